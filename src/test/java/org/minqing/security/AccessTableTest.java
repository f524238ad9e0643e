package org.minqing.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minqing.support.MinqingTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The table names all there is, and nothing that is not. */
@MinqingTest
class AccessTableTest {

    /** Answered by filters, so that no mapping tells of them. */
    private static final Set<Endpoint> FILTERS = Set.of(
            new Endpoint("POST", "/sign-in"),
            new Endpoint("POST", "/sign-out"),
            new Endpoint("GET", "/camunda/app/tasklist/"),
            new Endpoint("GET", "/camunda/app/tasklist/default/"),
            new Endpoint("GET", "/camunda/app/cockpit/"),
            new Endpoint("GET", "/camunda/app/cockpit/default/"));

    private static final String WEBJAR = "/META-INF/resources/webjars/camunda";

    @Autowired
    AccessTable table;

    @Autowired
    Collection<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyAddressStandsInTheTableOpenOrClosed() throws IOException {
        assertThat(endpoints())
                .as("addresses without a row in access.csv or access-engine.csv")
                .filteredOn(
                        e -> e.requests().stream().noneMatch(r -> table.rowOf(r).isPresent()))
                .isEmpty();
    }

    @Test
    void everyRowDecidesAboutSomething() throws IOException {
        var deciding = new HashSet<AccessTable.Row>();
        endpoints().forEach(e -> e.requests().forEach(r -> table.rowOf(r).ifPresent(deciding::add)));
        assertThat(table.rows())
                .as("rows that no address reaches")
                .filteredOn(row -> !deciding.contains(row))
                .extracting(AccessTable.Row::pattern)
                .isEmpty();
    }

    /** So neither file can hide a row of the other, and it does not matter which is read first. */
    @Test
    void whatIsUnderCamundaIsTheEnginesAndNothingElseIs() {
        assertThat(AccessTable.rowsOf(AccessTable.ENGINE))
                .hasSizeGreaterThan(100)
                .allMatch(row -> row.pattern().startsWith("/camunda/"));
        assertThat(AccessTable.rowsOf(AccessTable.OURS))
                .hasSizeGreaterThan(50)
                .extracting(row -> row.pattern().split("/", -1)[1])
                .doesNotContain("camunda")
                .allMatch(first -> first.matches("[a-z.-]*"));
    }

    @Test
    void theEngineIsReadWithItsSubresources() {
        assertThat(EngineEndpoints.all())
                .hasSizeGreaterThan(400)
                .contains(
                        new Endpoint("POST", "/camunda/api/engine/engine/{name}/task/{id}/complete"),
                        new Endpoint("POST", "/camunda/api/admin/setup/{engine}/user/create"),
                        new Endpoint("POST", "/camunda/api/cockpit/plugin/base/{engine}/process-instance/count"));
    }

    private Set<Endpoint> endpoints() throws IOException {
        var all = new TreeSet<>(EngineEndpoints.all());
        all.addAll(FILTERS);
        mappings.forEach(m -> m.getHandlerMethods().keySet().forEach(info -> add(all, info)));
        files(all, "/static", "");
        files(all, WEBJAR, "/camunda");
        for (var webjar : Set.of("camunda", "bpmn-js", "chart.js", "leaflet")) {
            files(all, "/META-INF/resources/webjars/" + webjar, "/webjars/" + webjar);
        }
        return all;
    }

    private static void add(Set<Endpoint> all, RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        for (var path : info.getPatternValues()) {
            (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                    .forEach(method -> all.add(new Endpoint(method.name(), path)));
        }
    }

    private static void files(Set<Endpoint> all, String folder, String url) throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.*")) {
            var location = file.getURL().getPath();
            all.add(new Endpoint(
                    "GET", url + location.substring(location.lastIndexOf(folder + "/") + folder.length())));
        }
    }
}
