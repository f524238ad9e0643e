package org.minqing.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.minqing.support.Api;
import org.minqing.support.TestTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests in a real browser have in common: the browser, one for the class, and the running town. */
abstract class BrowserTalk {

    static BrowserSupport browser;

    @LocalServerPort
    int port;

    @Value("${minqing.data-dir}")
    String dataDir;

    @Autowired
    TestTime time;

    Api api;

    @BeforeAll
    static void startBrowser() {
        browser = BrowserSupport.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @AfterEach
    void everybodyGoesHome() {
        browser.closeAll();
    }

    @BeforeEach
    void enterTheTown() {
        api = Api.of(port, dataDir);
    }
}
