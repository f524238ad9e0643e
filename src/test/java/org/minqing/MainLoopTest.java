package org.minqing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.support.Api;
import org.minqing.support.MinqingTest;
import org.minqing.support.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@MinqingTest
class MainLoopTest {

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    TestTime time;

    Api api;

    @BeforeEach
    void open() {
        api = Api.of(port, dataDir);
    }

    @Test
    void anAppealTravelsFromReceiptToARatedClose() {
        time.set("2026-03-02T09:00");
        var receipt = api.submit("""
                {"locality":"shibu","channel":"phone","category":"other","title":"门前积水","description":"雨后门前积水两天没有退。",
                 "location":{"unit":"shibu-chengxi"}}""");
        assertThat(receipt.status()).isEqualTo(201);
        time.pass("PT30H");
        var code = receipt.json().path("trackingCode").asText();
        assertThat(api.get("/api/track/" + code)
                        .json()
                        .at("/promises/respondBy/outcome")
                        .asText())
                .isEqualTo("超时");
    }
}
