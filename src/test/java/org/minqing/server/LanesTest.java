package org.minqing.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.coyote.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    private final Lanes lanes = new Lanes(1, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "POST, /submit, submissions",
        "POST, /api/appeals, submissions",
        "POST, /sign-in, submissions",
        "PUT, /submit, submissions",
        "POST, /%73ubmit, submissions",
        "POST, /api//appeals, submissions",
        "POST, /x/../submit, submissions",
        "POST, /submit;x=1, submissions",
        "GET, /, residents",
        "GET, /submit, residents",
        "GET, /track/7K3M9QX2ABCD4567, residents",
        "GET, /api/track/7K3M9QX2ABCD4567, residents",
        "GET, /%74rack/7K3M9QX2ABCD4567, residents",
        "POST, /track/7K3M9QX2ABCD4567/withdraw, residents",
        "GET, /desk, others",
        "POST, /desk/tasks/1, others",
        "POST, /api/appeals/SB-20260101-0001/contact, others",
        "GET, /trackless, others",
        "POST, /camunda/api/engine/engine/default/task, others"
    })
    void everyRequestHasItsLaneAndNobodyLeavesItByWritingItsPathInAnotherWay(String method, String path, String lane) {
        var request = new Request();
        request.method().setString(method);
        request.requestURI().setString(path);
        assertThat(lanes.of(request))
                .isSameAs(
                        switch (lane) {
                            case "submissions" -> lanes.submissions;
                            case "residents" -> lanes.residents;
                            default -> lanes.others;
                        });
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD"})
    void theHealthWaitsForNobody(String method) {
        var request = new Request();
        request.method().setString(method);
        request.requestURI().setString("/actuator/health");
        for (int i = 0; i < 1000; i++) {
            assertThat(lanes.of(request).enter()).isTrue();
        }
    }
}
