package io.github.onet4j.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onet4j.examples.quickstart.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What belongs to publishing and stands in more than one file; release/bundle checks what comes of it. */
class PublishedModulesTest {
    private final XPath xpath = XPathFactory.newInstance().newXPath();

    @Test
    void theBomHasEveryModuleThatIsDeployed() throws Exception {
        assertThat(texts(
                        "onet4j-bom/pom.xml",
                        "/project/dependencyManagement/dependencies/dependency/artifactId/text()"))
                .containsExactlyInAnyOrderElementsOf(
                        deployedJars().stream().map(module -> folderOf(module)).toList());
    }

    @Test
    void everyModuleThatIsDeployedHasWhatCentralRequires() throws Exception {
        for (String module : deployedJars()) {
            String pom = module + "/pom.xml";
            assertThat(texts(pom, "/project/artifactId/text()")).as(pom).containsExactly(folderOf(module));
            assertThat(texts(pom, "/project/build/plugins/plugin/artifactId/text()"))
                    .as(pom)
                    .contains("flatten-maven-plugin", "maven-source-plugin", "maven-javadoc-plugin");
            assertThat(texts(pom, "/project/build/resources/resource/includes/include/text()"))
                    .as(pom)
                    .contains("LICENSE", "NOTICE");
        }
    }

    @Test
    void allModulesHaveOneVersion() throws Exception {
        List<String> revision = texts("pom.xml", "/project/properties/revision/text()");
        assertThat(revision).hasSize(1);
        for (String module : texts("pom.xml", "/project/modules/module/text()")) {
            String pom = module + "/pom.xml";
            // Modules with the parent of a host have the property themselves.
            assertThat(texts(pom, "/project/properties/revision/text()"))
                    .as(pom)
                    .isSubsetOf(revision);
            assertThat(texts(
                            pom,
                            "/project/version/text() | /project/parent[groupId='io.github.onet4j']/version/text()"))
                    .as(pom)
                    .containsExactly("${revision}");
        }
    }

    @Test
    void theReadmeNamesTheLastRelease() throws Exception {
        List<String> released = matches("CHANGELOG.md", "^## (\\d\\S*)");
        List<String> expected =
                released.isEmpty() ? texts("pom.xml", "/project/properties/revision/text()") : released.subList(0, 1);

        assertThat(matches("README.md", "<version>(.+)</version>"))
                .isNotEmpty()
                .allSatisfy(version -> assertThat(expected).containsExactly(version));
    }

    private List<String> deployedJars() throws Exception {
        List<String> deployed = new ArrayList<>();
        for (String module : texts("pom.xml", "/project/modules/module/text()")) {
            String pom = module + "/pom.xml";
            boolean skipped =
                    texts(pom, "/project/properties/maven.deploy.skip/text()").contains("true");
            if (!skipped && !texts(pom, "/project/packaging/text()").contains("pom")) {
                deployed.add(module);
            }
        }
        return deployed;
    }

    private static String folderOf(String module) {
        return Path.of(module).getFileName().toString();
    }

    private List<String> texts(String pom, String path) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Project.FOLDER.resolve(pom).toFile());
        NodeList nodes = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent().strip())
                .toList();
    }

    private static List<String> matches(String file, String pattern) throws Exception {
        Stream<MatchResult> found = Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Project.FOLDER.resolve(file)))
                .results();
        return found.map(match -> match.group(1)).toList();
    }
}
