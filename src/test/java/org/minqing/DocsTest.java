package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Prose that can rot is tested: what these pages name is there, and is called so. */
class DocsTest {

    /** They read like packages. */
    private static final Properties SETTINGS = settings();

    /** Those that lead a reader through the files. The others of {@code src/docs} are about running and using it. */
    static final List<DocsPage> PAGES = List.of(
            DocsPage.README,
            DocsPage.ENGLISH,
            DocsPage.of("src/docs/changing.md"),
            DocsPage.of("src/docs/way-of-an-appeal.md"),
            DocsPage.of("src/docs/seeds.md"),
            DocsPage.of("src/docs/decisions/0001-engine-behind-one-package.md"),
            DocsPage.of("src/docs/decisions/0014-rooms.md"));

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyLinkLeadsSomewhere(DocsPage page) {
        allAreThere(page, DocsPage::links, link -> Files.exists(Path.of(link)));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyPathExists(DocsPage page) {
        allAreThere(page, DocsPage::paths, Repository::hasPath);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyFileNamedAloneExists(DocsPage page) {
        allAreThere(page, DocsPage::fileNames, Repository::hasFileNamed);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyClassAndEveryMethodExists(DocsPage page) {
        allAreThere(page, DocsPage::types, Repository::hasType);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyPackageExists(DocsPage page) {
        allAreThere(
                page,
                DocsPage::packages,
                name -> SETTINGS.containsKey(name)
                        || Files.isDirectory(Repository.SOURCES.resolve(name.replace('.', '/'))));
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyTableOfTheDatabaseExists(DocsPage page) {
        allAreThere(page, DocsPage::tables, Repository::hasTable);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyElementOfADiagramExists(DocsPage page) {
        allAreThere(page, DocsPage::elements, Repository::hasElement);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyAddressIsInTheAccessTable(DocsPage page) {
        allAreThere(page, DocsPage::addresses, Repository::hasAddress);
    }

    @ParameterizedTest
    @FieldSource("PAGES")
    void everyEnvironmentVariableIsRead(DocsPage page) {
        allAreThere(page, DocsPage::variables, Repository::hasVariable);
    }

    /** What the checks above would overlook if their patterns found nothing. */
    @Test
    void theWayOfAnAppealNamesFilesOfEveryKind() {
        var page = DocsPage.of("src/docs/way-of-an-appeal.md");
        assertThat(page.types()).contains("portal.AppealsApi", "Ending.end", "AppealEvent.Decided");
        assertThat(page.tables()).contains("sla_clock", "sla_ledger");
        assertThat(page.elements()).contains("businessRuleTask_urgency", "serviceTask_closeAppeal");
        assertThat(page.packages()).contains("process.task");
        assertThat(page.paths()).contains("processes/appeal-handling.bpmn");
    }

    @Test
    void whatIsNotThereIsFound() {
        var page = new DocsPage(
                Path.of("src/docs/invented.md"),
                "`intake.Outtake` `Appeals.unlock` `AppealEvent.Forgotten` `appeal.Intake` `sla_clocks` `event_never`"
                        + " `process.tasks` `dmn/mood.dmn` `forms/<task>.dmn` `mood.dmn` `/desk/mood` MINQING_MOOD [x](mood.md)");
        assertThat(page.types()).hasSize(4).noneMatch(Repository::hasType);
        assertThat(page.tables()).hasSize(1).noneMatch(Repository::hasTable);
        assertThat(page.elements()).hasSize(1).noneMatch(Repository::hasElement);
        assertThat(page.packages()).containsExactly("process.tasks");
        assertThat(page.paths()).hasSize(2).noneMatch(Repository::hasPath);
        assertThat(page.fileNames()).hasSize(1).noneMatch(Repository::hasFileNamed);
        assertThat(page.addresses()).hasSize(1).noneMatch(Repository::hasAddress);
        assertThat(page.variables()).hasSize(1).noneMatch(Repository::hasVariable);
        assertThat(page.links()).containsExactly("src/docs/mood.md");
    }

    private static void allAreThere(
            DocsPage page, Function<DocsPage, Stream<String>> names, Predicate<String> isThere) {
        assertThat(names.apply(page).filter(isThere.negate()))
                .as("%s names what is not there", page)
                .isEmpty();
    }

    private static Properties settings() {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("application.yml"));
        return file.getObject();
    }
}
