package org.minqing;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.minqing.organisation.OfficeHours;
import org.minqing.time.Spans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The walls of the house. */
class ArchitectureTest {

    private static final JavaClasses MAIN = OwnClasses.MAIN;

    /** What each capability may know of the others; {@code process} may know all and nobody knows it. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("code", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("policy", Set.of()),
            Map.entry("position", Set.of("code")),
            Map.entry("problem", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("file", Set.of("code", "problem", "time")),
            Map.entry("organisation", Set.of("policy", "problem")),
            Map.entry("appeal", Set.of("code", "database", "position", "problem")),
            Map.entry("duties", Set.of("appeal", "code", "organisation", "policy", "problem")),
            Map.entry("hints", Set.of("appeal", "code", "database", "duties", "organisation", "policy", "problem")),
            Map.entry("handling", Set.of("appeal", "code", "problem")),
            Map.entry(
                    "remit",
                    Set.of(
                            "access",
                            "appeal",
                            "database",
                            "dispatch",
                            "organisation",
                            "policy",
                            "problem",
                            "sla",
                            "time")),
            Map.entry("outcome", Set.of("appeal", "code", "database", "policy", "problem", "time")),
            Map.entry("plan", Set.of("appeal", "code", "database", "problem", "sla", "time")),
            Map.entry("summary", Set.of("appeal", "database", "problem")),
            Map.entry(
                    "triage",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "duties",
                            "organisation",
                            "page",
                            "problem",
                            "security",
                            "sla")),
            Map.entry(
                    "joint",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "dispatch",
                            "organisation",
                            "problem",
                            "security",
                            "sla",
                            "time")),
            Map.entry(
                    "review",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "duties",
                            "merging",
                            "organisation",
                            "policy",
                            "problem",
                            "security",
                            "sla",
                            "time")),
            Map.entry(
                    "claiming",
                    Set.of(
                            "access",
                            "appeal",
                            "database",
                            "duties",
                            "organisation",
                            "page",
                            "problem",
                            "security",
                            "sla",
                            "time")),
            Map.entry(
                    "split",
                    Set.of(
                            "access",
                            "appeal",
                            "database",
                            "organisation",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "sla",
                            "time")),
            Map.entry(
                    "note",
                    Set.of(
                            "access",
                            "appeal",
                            "database",
                            "organisation",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "time")),
            Map.entry(
                    "household",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "file",
                            "map",
                            "organisation",
                            "page",
                            "policy",
                            "position",
                            "problem",
                            "security",
                            "shell",
                            "sla",
                            "time")),
            Map.entry("card", Set.of("database", "organisation", "page", "people", "policy", "problem", "security")),
            Map.entry(
                    "reorganisation",
                    Set.of("database", "organisation", "page", "policy", "problem", "security", "shell", "time")),
            Map.entry(
                    "roster",
                    Set.of(
                            "code",
                            "database",
                            "organisation",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "shell",
                            "time")),
            Map.entry("saved", Set.of("database", "policy", "problem")),
            Map.entry("page", Set.of("problem", "time")),
            Map.entry("shell", Set.of("access", "organisation", "security")),
            Map.entry("security", Set.of("database", "organisation", "problem", "time")),
            Map.entry(
                    "signin",
                    Set.of("code", "database", "organisation", "page", "policy", "problem", "security", "time")),
            Map.entry("server", Set.of("problem", "security", "shell", "time")),
            Map.entry("limits", Set.of("organisation", "policy", "problem", "security")),
            Map.entry("dispatch", Set.of("appeal", "organisation", "problem")),
            Map.entry("feedback", Set.of("appeal", "database", "duties", "outcome", "problem", "sla", "time")),
            Map.entry(
                    "question",
                    Set.of("appeal", "code", "database", "organisation", "policy", "problem", "sla", "time")),
            Map.entry("progress", Set.of("appeal", "code", "organisation", "sla")),
            Map.entry(
                    "notice",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "note",
                            "organisation",
                            "page",
                            "people",
                            "policy",
                            "problem",
                            "roster",
                            "security",
                            "shell",
                            "sla",
                            "time")),
            Map.entry(
                    "access",
                    Set.of(
                            "appeal",
                            "code",
                            "database",
                            "organisation",
                            "policy",
                            "problem",
                            "relay",
                            "security",
                            "time")),
            Map.entry(
                    "sla",
                    Set.of(
                            "appeal",
                            "code",
                            "database",
                            "duties",
                            "file",
                            "organisation",
                            "policy",
                            "problem",
                            "time")),
            Map.entry(
                    "intake",
                    Set.of(
                            "appeal",
                            "attachment",
                            "code",
                            "hints",
                            "organisation",
                            "policy",
                            "position",
                            "problem",
                            "relay",
                            "sla",
                            "time")),
            Map.entry("relay", Set.of("policy", "problem")),
            Map.entry("addition", Set.of("appeal", "database", "merging", "policy", "problem")),
            Map.entry(
                    "attachment",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "limits",
                            "merging",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "time",
                            "wording")),
            Map.entry("wording", Set.of("access", "appeal", "database")),
            Map.entry(
                    "evaluation",
                    Set.of(
                            "appeal",
                            "code",
                            "database",
                            "organisation",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "time")),
            Map.entry(
                    "people",
                    Set.of("code", "database", "file", "organisation", "page", "problem", "security", "shell", "time")),
            Map.entry(
                    "merging",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "duties",
                            "feedback",
                            "handling",
                            "organisation",
                            "outcome",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "sla",
                            "time",
                            "triage",
                            "wording")),
            Map.entry(
                    "map",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "organisation",
                            "page",
                            "policy",
                            "position",
                            "problem",
                            "roster",
                            "security",
                            "shell",
                            "sla",
                            "time")),
            Map.entry(
                    "portal",
                    Set.of(
                            "addition",
                            "appeal",
                            "attachment",
                            "code",
                            "feedback",
                            "handling",
                            "hints",
                            "intake",
                            "limits",
                            "merging",
                            "organisation",
                            "outcome",
                            "page",
                            "plan",
                            "problem",
                            "progress",
                            "question",
                            "review",
                            "security",
                            "sla",
                            "split",
                            "time")),
            Map.entry(
                    "desk",
                    Set.of(
                            "access",
                            "addition",
                            "appeal",
                            "attachment",
                            "claiming",
                            "code",
                            "dispatch",
                            "duties",
                            "feedback",
                            "handling",
                            "hints",
                            "file",
                            "intake",
                            "joint",
                            "limits",
                            "merging",
                            "note",
                            "notice",
                            "organisation",
                            "outcome",
                            "page",
                            "plan",
                            "policy",
                            "problem",
                            "progress",
                            "question",
                            "relay",
                            "review",
                            "saved",
                            "security",
                            "shell",
                            "sla",
                            "split",
                            "summary",
                            "time",
                            "triage",
                            "wording")),
            Map.entry(
                    "supervision",
                    Set.of(
                            "access",
                            "appeal",
                            "code",
                            "database",
                            "duties",
                            "dispatch",
                            "evaluation",
                            "file",
                            "merging",
                            "organisation",
                            "page",
                            "policy",
                            "problem",
                            "security",
                            "shell",
                            "sla",
                            "time"))));

    @Test
    void onlyTheProcessPackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.minqing.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(MAIN);
    }

    /** It holds a connection until it is closed, which nobody notices before the last connection is gone. */
    @Test
    void onlyTheLedgerReadsTheDatabaseAsAStream() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.minqing.sla.ledger.LedgerRows")
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(MAIN);
    }

    /** What was sent comes to them read and checked, by Query and Fields; what another way would forget to refuse is refused there. */
    @Test
    void noControllerReadsTheRequestItself() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .callMethodWhere(target(owner(assignableTo(ServletRequest.class)))
                        .and(target(nameMatching("getInputStream|getReader|getParameter.*"))))
                .check(MAIN);
    }

    /** So that all round alike. Office hours take theirs apart as times of the day. */
    @Test
    void onlyOneClassPutsSpansOfTimeIntoWords() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Spans.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(OfficeHours.Window.class.getName())
                .should()
                .callMethodWhere(target(owner(assignableTo(Duration.class))).and(target(nameMatching("to.+Part"))))
                .check(MAIN);
    }

    @Test
    void everyPackageKnowsOnlyWhatItMayAndNobodyKnowsTheProcess() {
        MAY_IMPORT.forEach((name, allowed) -> noClasses()
                .that()
                .resideInAPackage("org.minqing." + name + "..")
                .should()
                .dependOnClassesThat(isOursBut(name, allowed))
                .because(name + " may import " + allowed)
                .check(MAIN));
    }

    @Test
    void everyPackageHasItsRowInTheTableOfImports() {
        var packages = MAIN.stream()
                .map(c -> capability(c.getPackageName()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        packages.remove("process");
        assertThat(packages).isEqualTo(MAY_IMPORT.keySet());
    }

    @Test
    void capabilitiesDoNotGoRoundInCircles() {
        slices().matching("org.minqing.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    /** The inner walls: the rooms of a capability need each other in one direction only. */
    @ParameterizedTest
    @ValueSource(strings = {"desk", "process", "sla"})
    void roomsOfACapabilityDoNotGoRoundInCircles(String capability) {
        slices().matching("org.minqing." + capability + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    /** Pages and interfaces are the outermost: what another needs of them belongs into the capability itself. */
    @Test
    void nobodyImportsTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.minqing..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.minqing..web..")
                .check(MAIN);
    }

    /** More than that and nobody knows where to look. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java", "src/main/resources/templates"})
    void noFolderHasMoreThanTwentyFiveFiles(String root) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            Map<Path, Long> counts = files.filter(f -> f.toString().matches(".*\\.(java|html)"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            counts.values().removeIf(count -> count <= 25);
            assertThat(counts).isEmpty();
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Autowired.class).check(MAIN);
    }

    /** But by the verifier and the check of a map, which are programs of their own that people run. */
    @Test
    void nothingIsPrintedToTheConsole() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.minqing.sla.ledger.VerifyLedger")
                .and()
                .doNotHaveFullyQualifiedName("org.minqing.map.MapFileCheck")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    /** Whatever annotation makes it a test; jqwik's carry JUnit's mark too. Surefire passes over classes of other names in silence. */
    @Test
    void everyTestStandsInAClassWhoseNameEndsInTest() {
        var tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("org.minqing");
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "are found by surefire, or by the benchmark profile",
                        c -> outermost(c).endsWith("Test")
                                || (c.getPackageName().equals("org.minqing.proof.bench")
                                        && outermost(c).endsWith("Bench"))))
                .check(tests);
    }

    /** An auditor reads it whole and runs it with a JDK alone, so it knows none of us. */
    @Test
    void theVerifierIsOneFileOnTheJdkAlone() {
        noClasses()
                .that()
                .haveNameMatching("org\\.minqing\\.sla\\.ledger\\.VerifyLedger(\\$.*)?")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are not of java.base or of the same file",
                        c -> !c.getPackageName().startsWith("java.")
                                && !outermost(c).equals("org.minqing.sla.ledger.VerifyLedger")
                                && !c.isPrimitive()
                                && !c.isArray()))
                .check(MAIN);
    }

    /** But the verifier, which must be one file. */
    @Test
    void noClassIsLongerThanTwoHundredAndFiftyLines() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var long250 = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("VerifyLedger.java"))
                    .filter(f -> lines(f) > 250)
                    .toList();
            assertThat(long250).isEmpty();
        }
    }

    private static DescribedPredicate<JavaClass> isOursBut(String name, Set<String> allowed) {
        return DescribedPredicate.describe("belong to another capability of ours", c -> {
            var capability = capability(c.getPackageName());
            return c.getPackageName().startsWith("org.minqing.")
                    && !capability.equals(name)
                    && !allowed.contains(capability);
        });
    }

    private static String capability(String packageName) {
        var parts = packageName.split("\\.");
        return parts.length > 2 && packageName.startsWith("org.minqing.") ? parts[2] : "";
    }

    private static String outermost(JavaClass c) {
        var name = c.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
