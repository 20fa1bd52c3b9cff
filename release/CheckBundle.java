import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Names everything that a bundle for Maven Central lacks, and fails if that is anything.
 *
 * <p>{@code java release/CheckBundle.java FOLDER VERSION}
 */
public final class CheckBundle {
    private static final String GROUP = "io.github.onet4j";
    private static final String BOM = "onet4j-bom";
    private static final List<String> REQUIRED = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "developers/developer/url",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Path folder;
    private final String version;
    private final List<String> problems = new ArrayList<>();
    private int signatures;

    private CheckBundle(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        CheckBundle bundle = new CheckBundle(Path.of(arguments[0]), arguments[1]);
        bundle.check();
        bundle.problems.forEach(System.err::println);
        if (!bundle.problems.isEmpty()) {
            System.err.println(bundle.problems.size() + " problems of the bundle in " + bundle.folder);
            System.exit(1);
        }
        System.out.println("The bundle is complete: " + bundle.signatures + " files, each signed and with checksums");
    }

    private void check() throws Exception {
        Path group = folder.resolve(GROUP.replace('.', '/'));
        List<String> jars = new ArrayList<>();
        for (Path module : list(group)) {
            Path release = module.resolve(version);
            require(list(module).equals(List.of(release)), module, "has other versions than " + version);
            if (Files.isDirectory(release) && checkModule(module.getFileName().toString(), release)) {
                jars.add(module.getFileName().toString());
            }
        }
        require(!jars.isEmpty(), group, "has no jar");
        checkBom(group.resolve(BOM).resolve(version).resolve(BOM + "-" + version + ".pom"), jars);
    }

    /** Tells whether the module has a jar. */
    private boolean checkModule(String name, Path release) throws Exception {
        String prefix = name + "-" + version;
        Path pomFile = release.resolve(prefix + ".pom");
        if (!require(Files.exists(pomFile), pomFile, "is missing")) {
            return false;
        }
        Document pom = parse(pomFile);
        checkPom(pomFile, pom, name);
        boolean jar = !text(pom, "packaging").equals("pom");
        List<String> expected = new ArrayList<>(List.of(prefix + ".pom"));
        if (jar) {
            expected.addAll(List.of(
                    prefix + ".jar", prefix + "-sources.jar", prefix + "-javadoc.jar", prefix + "-cyclonedx.json"));
        }
        for (String file : expected) {
            Path path = release.resolve(file);
            if (require(Files.exists(path), path, "is missing")) {
                checkChecksum(path, "MD5", ".md5");
                checkChecksum(path, "SHA-1", ".sha1");
                checkSignature(path);
            }
        }
        for (Path file : list(release)) {
            String artifact = file.getFileName().toString().replaceFirst("[.](md5|sha1|asc)$", "");
            require(expected.contains(artifact), file, "does not belong here");
        }
        if (jar && expected.stream().allMatch(file -> Files.exists(release.resolve(file)))) {
            checkJar(release.resolve(prefix + ".jar"), name);
            checkEntries(release.resolve(prefix + "-sources.jar"), "META-INF/LICENSE", "META-INF/NOTICE");
            checkEntries(release.resolve(prefix + "-javadoc.jar"), "index.html");
            checkSbom(release.resolve(prefix + "-cyclonedx.json"), pom);
        }
        return jar;
    }

    private void checkPom(Path file, Document pom, String name) throws Exception {
        for (String element : REQUIRED) {
            require(!text(pom, element).isEmpty(), file, "has no " + element);
        }
        require(text(pom, "groupId").equals(GROUP), file, "is not of the group " + GROUP);
        require(text(pom, "artifactId").equals(name), file, "is not of " + name);
        require(text(pom, "version").equals(version), file, "is not of version " + version);
        for (String unwanted : List.of("parent", "profiles", "repositories", "distributionManagement", "modules")) {
            require(nodes(pom, unwanted).isEmpty(), file, "has " + unwanted);
        }
        for (Node value : nodes(pom, "/text()[normalize-space()]")) {
            String text = value.getTextContent();
            require(!text.contains("SNAPSHOT"), file, "refers to the snapshot " + text);
            // A BOM's own version is resolved by whoever imports it.
            boolean open = text.contains("${") && !(name.equals(BOM) && text.equals("${project.version}"));
            require(!open, file, "has the open placeholder " + text);
        }
        for (Node dependency : nodes(pom, "dependencies/dependency")) {
            String artifact = child(dependency, "artifactId");
            require(!child(dependency, "version").isEmpty(), file, "has no version for " + artifact);
            require(!child(dependency, "scope").equals("test"), file, "passes on the test dependency " + artifact);
        }
    }

    private void checkBom(Path file, List<String> jars) throws Exception {
        if (!require(Files.exists(file), file, "is missing")) {
            return;
        }
        TreeSet<String> managed = new TreeSet<>();
        for (Node dependency : nodes(parse(file), "dependencyManagement/dependencies/dependency")) {
            managed.add(child(dependency, "artifactId"));
        }
        require(managed.equals(new TreeSet<>(jars)), file, "has " + managed + ", but the bundle has " + jars);
    }

    private void checkJar(Path file, String name) throws IOException {
        String maven = "META-INF/maven/" + GROUP + "/" + name + "/";
        if (!checkEntries(file, "META-INF/LICENSE", "META-INF/NOTICE", maven + "pom.xml", maven + "pom.properties")) {
            return;
        }
        try (JarFile jar = new JarFile(file.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(maven + "pom.properties"))) {
            Properties properties = new Properties();
            properties.load(in);
            require(version.equals(properties.getProperty("version")), file, "has another version in pom.properties");
            Attributes manifest = jar.getManifest().getMainAttributes();
            require(name.equals(manifest.getValue("Implementation-Title")), file, "has no Implementation-Title");
            require(version.equals(manifest.getValue("Implementation-Version")), file, "has no Implementation-Version");
            require(manifest.getValue("Implementation-Vendor") != null, file, "has no Implementation-Vendor");
            require(
                    jar.getEntry("module-info.class") != null || manifest.getValue("Automatic-Module-Name") != null,
                    file,
                    "has no module name");
        }
    }

    private boolean checkEntries(Path file, String... entries) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            boolean complete = true;
            for (String entry : entries) {
                complete &= require(jar.getEntry(entry) != null, file, "has no " + entry);
            }
            return complete;
        }
    }

    /** What a host gets with the module is in its SBOM, and what only tests need is not. */
    private void checkSbom(Path file, Document pom) throws Exception {
        String sbom = Files.readString(file);
        for (Node dependency : nodes(pom, "dependencies/dependency")) {
            if (List.of("", "compile", "runtime").contains(child(dependency, "scope"))) {
                String coordinates = child(dependency, "groupId") + "/" + child(dependency, "artifactId") + "@"
                        + child(dependency, "version");
                require(sbom.contains("\"pkg:maven/" + coordinates), file, "does not know " + coordinates);
            }
        }
        require(!sbom.contains("pkg:maven/org.junit"), file, "lists what only tests need");
    }

    private void checkChecksum(Path file, String algorithm, String extension)
            throws IOException, NoSuchAlgorithmException {
        Path checksum = Path.of(file + extension);
        if (require(Files.exists(checksum), checksum, "is missing")) {
            String actual = HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
            require(Files.readString(checksum).strip().equals(actual), checksum, "is not the file's");
        }
    }

    /** Verified with the keys that gpg knows. */
    private void checkSignature(Path file) throws IOException, InterruptedException {
        Path signature = Path.of(file + ".asc");
        if (require(Files.exists(signature), signature, "is missing")) {
            Process gpg = new ProcessBuilder("gpg", "--batch", "--verify", signature.toString(), file.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(gpg.getInputStream().readAllBytes());
            require(gpg.waitFor() == 0, signature, "can't be verified: " + output);
            signatures++;
        }
    }

    private boolean require(boolean holds, Path file, String problem) {
        if (!holds) {
            problems.add(folder.relativize(file) + " " + problem);
        }
        return holds;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Document parse(Path file) throws Exception {
        InputSource source = new InputSource(new StringReader(Files.readString(file)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
    }

    private String text(Document pom, String path) throws XPathExpressionException {
        return xpath.evaluate("/project/" + path, pom).strip();
    }

    private String child(Node parent, String name) throws XPathExpressionException {
        return xpath.evaluate(name, parent).strip();
    }

    private List<Node> nodes(Document pom, String path) throws XPathExpressionException {
        NodeList found = (NodeList) xpath.evaluate("/project/" + path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
    }
}
