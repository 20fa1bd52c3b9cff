package io.github.onet4j.examples.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Tests the page of a service that requires a key and whose database is unavailable. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "onet.api-key=a-key-of-4711",
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
            "spring.datasource.hikari.connection-timeout=250",
            "logging.level.org.openqa.selenium=error"
        })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
final class RefusedPageTest {
    private static final String LINK = "/?from=15-1251.00&to=15-1211.00";

    private Optional<Browser> started = Optional.empty();
    private Browser browser;

    @BeforeAll
    void start(@LocalServerPort int port) {
        started = Browser.start(port);
    }

    @BeforeEach
    void reset() {
        assumeTrue(started.isPresent(), Browser.MISSING);
        browser = started.get();
        browser.reset();
    }

    @AfterEach
    void theConsoleStaysEmpty() {
        started.ifPresent(it -> assertThat(it.console()).isEmpty());
    }

    @AfterAll
    void quit() {
        started.ifPresent(Browser::close);
    }

    @Test
    void theKeyIsAskedForAndKeptOutOfTheAddress() {
        browser.open(LINK);
        browser.seeText("#notice", "An API key is needed");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.click("#api-key");
        browser.press("wrong");
        browser.click(".key .button");
        browser.seeText("#notice", "does not accept this key");

        browser.click("#api-key");
        browser.press("a-key-of-4711");
        browser.click(".key .button");
        browser.seeText("#notice", "The database can't be reached.");
        assertThat(browser.address()).isEqualTo(LINK);
        assertThat(browser.run("return localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndCanBeTriedAgain() {
        browser.run("sessionStorage.setItem('onet4j.api-key', 'a-key-of-4711'); return true");
        browser.open(LINK);
        browser.seeText("#notice", "The database can't be reached. Try again in a few seconds.");
        assertThat(browser.accessibilityViolations()).isEmpty();

        browser.run("window.before = document.querySelector('#notice h2'); return true");
        browser.click("#notice .button");
        browser.await(page -> Boolean.FALSE.equals(browser.run("return window.before.isConnected")) ? true : null);
        browser.seeText("#notice", "The database can't be reached.");
    }

    @Test
    void whoTypesWithoutAKeyKeepsWhatIsTyped() {
        browser.open("/");
        browser.click("#from");
        browser.press("nurse");

        browser.seeText("#notice", "An API key is needed");
        assertThat(browser.value("#from")).isEqualTo("nurse");
        browser.click("#api-key");
        browser.press("a-key-of-4711");
        browser.click(".key .button");
        browser.see("#welcome");
        assertThat(browser.value("#from")).isEqualTo("nurse");
    }
}
