package io.github.onet4j.examples.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the rooms of the house and the arrows between them: examples → starter → jooq → core, and examples → notebook →
 * core.
 */
class HousePlanTest {
    private static final String VOCABULARY = "io.github.onet4j";
    private static final String GAP = "io.github.onet4j.gap..";
    private static final String MATCH = "io.github.onet4j.match..";
    private static final String PERSON = "io.github.onet4j.person..";
    private static final String COMPARE = "io.github.onet4j.compare..";
    private static final String RELEASE = "io.github.onet4j.release..";
    private static final String DOWNLOAD = "io.github.onet4j.download..";
    private static final String WEB = "io.github.onet4j.web..";
    private static final String ASSESS = "io.github.onet4j.assess..";
    private static final String GEMINI = "io.github.onet4j.gemini..";
    private static final String CLIENT_OPTIONS = "io.github.onet4j.http..";
    private static final String SHARED = "io.github.onet4j.internal..";
    private static final String NOTEBOOK = "io.github.onet4j.notebook..";
    private static final String JOOQ = "io.github.onet4j.jooq..";
    private static final String DIALECT = "io.github.onet4j.jooq.internal.database..";
    private static final String LOAD = "io.github.onet4j.jooq.internal.load..";
    private static final String QUERY = "io.github.onet4j.jooq.internal.query..";
    private static final String STARTER = "io.github.onet4j.spring..";
    private static final String SPRING = "org.springframework..";
    private static final String JSON = "com.fasterxml.jackson..";
    private static final String HTTP = "java.net.http..";
    private static final String EXAMPLES = "io.github.onet4j.examples..";
    private static final String TESTING = "io.github.onet4j.testing..";
    private static final String[] CORE = {
        VOCABULARY, GAP, MATCH, PERSON, COMPARE, RELEASE, DOWNLOAD, WEB, ASSESS, GEMINI, CLIENT_OPTIONS, SHARED
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.onet4j");

    @Test
    void coreKnowsNeitherSqlNorJooqNorTheExamples() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        NOTEBOOK, JOOQ, STARTER, SPRING, EXAMPLES, "org.jooq..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void whatShowsResultsKnowsCoreAloneAndTheKernelInOneClass() {
        noClasses()
                .that()
                .resideInAPackage(NOTEBOOK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        JOOQ, STARTER, SPRING, EXAMPLES, SHARED, WEB, ASSESS, "org.jooq..", "java.sql..", JSON, HTTP)
                .check(HOUSE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.github.onet4j.notebook.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rapaio..")
                .check(HOUSE);
    }

    @Test
    void theVocabularyKnowsNothingButItself() {
        noClasses()
                .that()
                .resideInAPackage(VOCABULARY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GAP, MATCH, PERSON, COMPARE, RELEASE, WEB, ASSESS, SHARED, HTTP, JSON)
                .check(HOUSE);
    }

    @Test
    void gapsKnowTheVocabularyAndEstimates() {
        noClasses()
                .that()
                .resideInAPackage(GAP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PERSON, COMPARE, RELEASE, WEB, ASSESS, "org.apache..", HTTP, JSON)
                .check(HOUSE);
    }

    @Test
    void matchingAsksCatalogsAndKnowsNoGap() {
        noClasses()
                .that()
                .resideInAPackage(MATCH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GAP, PERSON, COMPARE, RELEASE, WEB, ASSESS, "org.apache..", HTTP, JSON)
                .check(HOUSE);
    }

    @Test
    void whatIsExpectedOfPersonsStandsOnMatchingAndWritesNoLog() {
        noClasses()
                .that()
                .resideInAPackage(PERSON)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMPARE, RELEASE, WEB, ASSESS, "org.apache..", "org.slf4j..", HTTP, JSON)
                .check(HOUSE);
    }

    @Test
    void comparisonAsksCatalogsAndNotWhatIsBehindThem() {
        noClasses()
                .that()
                .resideInAPackage(COMPARE)
                .should()
                .dependOnClassesThat(describe("stand behind a catalog", HousePlanTest::standsBehindCatalog))
                .check(HOUSE);
    }

    /** The list of tables is vocabulary. */
    private static boolean standsBehindCatalog(JavaClass type) {
        return type.getPackageName().matches("io[.]github[.]onet4j[.](web|assess|gemini)\\b.*")
                || (type.getPackageName().equals("io.github.onet4j.release")
                        && !type.getSimpleName().equals("ReleaseTable"));
    }

    @Test
    void onlyTheReaderOfReleasesAndWhatWritesRowsKnowCsv() {
        noClasses()
                .that()
                .resideOutsideOfPackages(RELEASE, NOTEBOOK)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.csv..")
                .check(HOUSE);
    }

    @Test
    void theReaderOfReleasesKnowsNoWebService() {
        noClasses()
                .that()
                .resideInAPackage(RELEASE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GAP, WEB, ASSESS, HTTP, JSON)
                .check(HOUSE);
    }

    @Test
    void aDownloadKnowsTheReaderOfReleasesAndNoOtherSubject() {
        noClasses()
                .that()
                .resideInAPackage(DOWNLOAD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GAP, MATCH, COMPARE, WEB, ASSESS, GEMINI, CLIENT_OPTIONS, JSON)
                .check(HOUSE);
    }

    @Test
    void nothingInTheLibraryDownloadsByItself() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DOWNLOAD, EXAMPLES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DOWNLOAD)
                .check(HOUSE);
    }

    @Test
    void assessmentKnowsVocabularyAndGapsAndNotWhereTheyComeFrom() {
        noClasses()
                .that()
                .resideInAPackage(ASSESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RELEASE, WEB, "org.apache..")
                .check(HOUSE);
    }

    @Test
    void assessmentKnowsNoProviderOfModels() {
        noClasses()
                .that()
                .resideInAPackage(ASSESS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GEMINI, CLIENT_OPTIONS, HTTP)
                .check(HOUSE);
    }

    @Test
    void theClientOfWebServicesKnowsNoLanguageModel() {
        noClasses()
                .that()
                .resideInAPackage(WEB)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ASSESS, GEMINI)
                .check(HOUSE);
    }

    /** An example may read JSON, as a host may. */
    @Test
    void onlyWhatTalksToServicesKnowsJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SHARED, WEB, ASSESS, GEMINI, EXAMPLES, TESTING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JSON)
                .check(HOUSE);
    }

    @Test
    void jooqKnowsNoExampleAndNoDriver() {
        noClasses()
                .that()
                .resideInAPackage(JOOQ)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        NOTEBOOK, STARTER, SPRING, EXAMPLES, "org.postgresql..", "com.mysql..", "com.zaxxer..")
                .check(HOUSE);
    }

    @Test
    void theStarterUsesTheApiAndNothingBehindIt() {
        noClasses()
                .that()
                .resideInAPackage(STARTER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SHARED, "io.github.onet4j.jooq.internal..", NOTEBOOK, EXAMPLES, "org.jooq..")
                .check(HOUSE);
    }

    @Test
    void whatTheEnginesDoDifferentlyStandsInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DIALECT)
                .and()
                .resideInAPackage(JOOQ)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.jooq.SQLDialect")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage(DIALECT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(LOAD, QUERY)
                .check(HOUSE);
    }

    @Test
    void examplesUseTheApiAndNothingBehindIt() {
        noClasses()
                .that()
                .resideInAPackage(EXAMPLES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SHARED, "io.github.onet4j.jooq.internal..")
                .check(HOUSE);
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theLibraryLeavesTheConsoleToItsHost() {
        noClasses()
                .that()
                .resideOutsideOfPackages(EXAMPLES, TESTING, "io.github.onet4j.benchmarks..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(HOUSE);
    }

    @Test
    void whatCodeReadsOfAResultSerializersReadToo() {
        methods()
                .that(describe("read a result", HousePlanTest::readsResult))
                .should(haveGetter())
                .check(HOUSE);
    }

    private static boolean readsResult(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return isOfApi(method)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && method.getRawParameterTypes().isEmpty()
                && !method.getName().matches("get.*|is.*|hashCode|toString")
                // Both are among its ratings.
                && !method.getFullName().matches(".*[.]RatedElement[.](importance|level)\\(\\)")
                && (owner.isRecord() ? isWrittenBadly(method) : hasGetters(owner));
    }

    private static boolean isOfApi(JavaMethod method) {
        JavaClass owner = method.getOwner();
        String room = owner.getPackageName();
        return Packages.ofLibrary(room)
                && !room.contains(".internal")
                && !Packages.generated(owner)
                && !owner.getSimpleName().endsWith("Options")
                && isPublic(owner)
                && method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HousePlanTest::isPublic).orElse(true);
    }

    /** Serializers see the accessors of a record, but write a code as an object, and some types of Java not at all. */
    private static boolean isWrittenBadly(JavaMethod accessor) {
        return accessor.getReturnType().getAllInvolvedRawTypes().stream()
                .anyMatch(type -> type.getName().matches("java[.](time|util[.]Optional|nio).*|.*OnetSocCode")
                        || type.isAssignableTo(Throwable.class));
    }

    private static boolean hasGetters(JavaClass type) {
        return !type.isEnum()
                && !type.isAssignableTo(Throwable.class)
                && type.getMethods().stream()
                        .anyMatch(method -> method.getName().startsWith("get"));
    }

    private static ArchCondition<JavaMethod> haveGetter() {
        return new ArchCondition<>("have a getter beside them") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getName();
                String property = Character.toUpperCase(name.charAt(0)) + name.substring(1);
                Set<String> names = method.getOwner().getMethods().stream()
                        .map(JavaMethod::getName)
                        .collect(Collectors.toSet());
                boolean hasGetter = names.contains("get" + property) || names.contains("is" + property);
                events.add(new SimpleConditionEvent(method, hasGetter, method.getFullName() + " has no getter"));
            }
        };
    }

    /** Makes each package of core, jooq and starter a slice. jOOQ's generated packages need each other by design. */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = type.getPackageName();
            return ofLibrary(room) && !generated(type) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
        }

        private static boolean ofLibrary(String room) {
            return !room.startsWith("io.github.onet4j.examples")
                    && !room.startsWith("io.github.onet4j.testing")
                    && !room.startsWith("io.github.onet4j.benchmarks");
        }

        private static boolean generated(JavaClass type) {
            return type.getPackageName().startsWith("io.github.onet4j.jooq.schema");
        }

        @Override
        public String getDescription() {
            return "each package of core, jooq and the starter";
        }
    }
}
