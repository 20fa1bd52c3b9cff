package io.github.onet4j.examples.service.page;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chrome or Chromium, and the actions of its user. */
final class Browser implements AutoCloseable {
    static final String MISSING =
            "No Chrome could be started. Install one, for example: apt-get install chromium chromium-driver";

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path CHROMEDRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Path DOWNLOADS = Path.of("target/downloads");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(40);

    private final ChromeDriver driver;
    private final String root;

    private Browser(ChromeDriver driver, String root) {
        this.driver = driver;
        this.root = root;
    }

    /** Returns empty if there is no browser; throws in CI, where it must be present. */
    static Optional<Browser> start(int port) {
        try {
            ChromeDriver driver = new ChromeDriver(service(), options());
            return Optional.of(new Browser(driver, "http://localhost:" + port));
        } catch (WebDriverException e) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new AssertionError(MISSING, e);
            }
            return Optional.empty();
        }
    }

    private static ChromeDriverService service() {
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        if (Files.isExecutable(CHROMEDRIVER)) {
            service.usingDriverExecutable(CHROMEDRIVER.toFile());
        }
        return service.build();
    }

    private static ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        if (Files.isExecutable(CHROMIUM)) {
            options.setBinary(CHROMIUM.toFile());
        }
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars");
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    void desktop() {
        size(1280, 1000);
    }

    void phone() {
        size(360, 740);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", width < 500));
    }

    void scheme(Scheme scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme.cssName()),
                                // Colours must not be read during a transition.
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Lets things move as they do unless the user's device prefers otherwise. */
    void allowMotion() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    void disconnect(boolean isOffline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void open(String link) {
        driver.get(link.startsWith("/") ? root + link : link);
    }

    /** Opens a link like one from a message. */
    void openInNewWindow(String link) {
        driver.switchTo().newWindow(WindowType.WINDOW);
        desktop();
        open(link);
    }

    void back() {
        driver.navigate().back();
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl()).substring(root.length());
    }

    /** Waits until the element is visible. */
    WebElement see(String selector) {
        return await(shown -> {
            WebElement element = shown.findElement(By.cssSelector(selector));
            return element.isDisplayed() ? element : null;
        });
    }

    /** Waits until the element contains the text. */
    void seeText(String selector, String text) {
        await(shown -> text(selector).contains(text) ? true : null);
    }

    boolean shows(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Returns the text in the document, regardless of its style. */
    String text(String selector) {
        return textOf(driver.findElement(By.cssSelector(selector)));
    }

    List<String> texts(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(Browser::textOf)
                .toList();
    }

    private static String textOf(WebElement element) {
        return Objects.requireNonNull(element.getDomProperty("textContent"));
    }

    String value(String selector) {
        return Objects.requireNonNull(
                driver.findElement(By.cssSelector(selector)).getDomProperty("value"));
    }

    void click(String selector) {
        see(selector).click();
    }

    void hover(String selector) {
        new Actions(driver).moveToElement(see(selector)).perform();
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses Tab until the element has the focus. */
    void tabTo(String selector) {
        await(shown -> {
            press(Keys.TAB);
            return hasFocus(selector) ? true : null;
        });
    }

    boolean hasFocus(String selector) {
        return Boolean.TRUE.equals(
                driver.executeScript("return document.activeElement.matches(arguments[0])", selector));
    }

    /** Types into the focused box and takes the first entry of its list, with the keyboard. */
    void choose(String text, String title) {
        String box = Objects.requireNonNull(driver.switchTo().activeElement().getDomProperty("id"));
        String first = "#" + box + "__option--0";
        press(Keys.chord(Keys.CONTROL, "a"), text);
        seeText(first, title);
        // A late answer would clear the highlight. Once the focus is in the list, answers are not shown any more.
        await(shown -> {
            if (hasFocus("#" + box)) {
                press(Keys.ARROW_DOWN);
            }
            return hasFocus(first) ? true : null;
        });
        press(Keys.ENTER);
        await(shown -> value("#" + box).equals(title) ? true : null);
    }

    /** Returns the computed value, such as {@code rgb(255, 255, 255)}. */
    String style(String selector, String property) {
        return driver.findElement(By.cssSelector(selector)).getCssValue(property);
    }

    Object run(String script) {
        return Objects.requireNonNull(driver.executeScript(script));
    }

    String clipboard() {
        driver.executeCdpCommand(
                "Browser.grantPermissions",
                Map.of("origin", root, "permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        return String.valueOf(driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])"));
    }

    /** Returns the console's lines since the last call, including violations of the page's policy. */
    List<String> console() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::getMessage)
                .filter(line -> !isRefusal(line))
                .toList();
    }

    /** The browser prints a line for each error that the service answers. */
    private static boolean isRefusal(String line) {
        return line.contains("/api/v1/") && line.contains("Failed to load resource");
    }

    /** Clicks, and returns the text of the file that the browser saves. */
    String download(String selector, String name) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(DOWNLOADS), "");
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior",
                Map.of(
                        "behavior",
                        "allow",
                        "downloadPath",
                        folder.toAbsolutePath().toString()));
        click(selector);
        // The browser writes to a file of another name, and renames it at the end.
        Path file = folder.resolve(name);
        await(shown -> Files.exists(file) ? true : null);
        return Files.readString(file);
    }

    List<String> accessibilityViolations() {
        return new AxeBuilder()
                .analyze(driver).getViolations().stream().map(Browser::describe).toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
    }

    void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Object png = driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"))
                    .get("data");
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Restores the initial state: one window, light colours, empty storage. */
    void reset() {
        List<String> windows = List.copyOf(driver.getWindowHandles());
        for (String window : windows.subList(1, windows.size())) {
            driver.switchTo().window(window).close();
        }
        driver.switchTo().window(windows.get(0));
        desktop();
        scheme(Scheme.LIGHT);
        open("/");
        driver.executeScript("sessionStorage.clear()");
        console();
    }

    <T> T await(Function<WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE, LOOK_EVERY)
                .ignoring(StaleElementReferenceException.class)
                .until(condition);
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** The colour scheme of the user's device. */
    enum Scheme {
        LIGHT,
        DARK;

        String cssName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
