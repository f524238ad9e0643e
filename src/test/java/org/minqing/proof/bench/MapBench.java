package org.minqing.proof.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.minqing.browser.BrowserSupport;
import org.minqing.browser.Visitor;
import org.minqing.support.Api;
import org.minqing.support.Session;

/** The map of a town with thousands of open appeals: its data over HTTP, and in Chromium how long it draws and how it moves. */
class MapBench {

    private static final int MARKS = Integer.getInteger("minqing.bench.marks", 5000);
    private static final int ASKED = 200;
    private static final int OPENED = 10;

    /** Frames while somebody drags the map for about two seconds. */
    private static final String FRAMES = """
            async () => {
              const map = document.getElementById('map').mqMap;
              let frames = 0, going = true;
              const count = () => { frames++; if (going) requestAnimationFrame(count); };
              requestAnimationFrame(count);
              const began = performance.now();
              for (let i = 0; performance.now() - began < 2000; i++) {
                map.panBy([i % 20 < 10 ? 12 : -12, i % 14 < 7 ? 8 : -8], {animate: false});
                await new Promise(requestAnimationFrame);
              }
              going = false;
              return frames / (performance.now() - began) * 1000;
            }""";

    void map() throws Exception {
        var data = Folders.empty("map");
        try (var program = new Program(data)) {
            var api = Api.of(program.port(), data.toString());
            Load.times(MARKS, () -> submit(api));
            var supervisor = api.as("ganshui-supervisor");
            Load.times(50, () -> ask(supervisor, "/api/map"));
            var report = new Report("Map: %d open appeals with positions in one town".formatted(MARKS));
            times(report, "GET /api/map, one after the other", one(supervisor, "/api/map"));
            times(report, "GET /api/map?unit=ganshui-erju-01", one(supervisor, "/api/map?unit=ganshui-erju-01"));
            times(report, "GET /api/map as a grid worker", one(api.as("ganshui-grid-01"), "/api/map"));
            times(
                    report,
                    "GET /api/map, 4 at once",
                    Load.times(ASKED, () -> ask(supervisor, "/api/map")).millis());
            var browser = BrowserSupport.start();
            try {
                inTheBrowser(report, browser.visitor(api.base(), "map-bench"), api, "screen");
                inTheBrowser(report, browser.phone(api.base(), "map-bench-phone"), api, "telephone");
            } finally {
                browser.close();
            }
            report.write();
        }
    }

    private static void inTheBrowser(Report report, Visitor visitor, Api api, String where) {
        visitor.remember(Session.of(api, "ganshui-supervisor"));
        var drawn = new ArrayList<Double>();
        var ready = new ArrayList<Double>();
        for (int i = 0; i < OPENED; i++) {
            // Nothing but one unit's filter is left out, so all marks of the unit's town are drawn at once.
            visitor.open("/desk/map?unit=ganshui-erju");
            visitor.page().waitForSelector("#map[data-drawn]");
            drawn.add(Double.parseDouble(visitor.page().getAttribute("#map", "data-drawn")));
            ready.add(((Number) visitor.page().evaluate("performance.now()")).doubleValue());
        }
        times(report, where + ": drawn, after its data came", drawn);
        times(report, where + ": page opened until drawn", ready);
        var frames = new ArrayList<Double>();
        for (int i = 0; i < 5; i++) {
            frames.add(((Number) visitor.page().evaluate(FRAMES)).doubleValue());
        }
        Collections.sort(frames);
        report.line("%s: frames a second while it is dragged: %.0f to %.0f", where, frames.get(0), frames.get(4));
    }

    private static List<Double> one(Api person, String path) {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < ASKED; i++) {
            var begun = System.nanoTime();
            ask(person, path);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return millis;
    }

    private static void times(Report report, String what, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        report.line(
                "%s: p50 %.0f ms, p95 %.0f ms (%d)",
                what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.size());
    }

    private static void ask(Api person, String path) {
        var answer = person.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        }
    }

    private static void submit(Api resident) {
        var chance = ThreadLocalRandom.current();
        var body = new ObjectMapper()
                .createObjectNode()
                .put("locality", "ganshui")
                .put("channel", "phone")
                .put("category", "other")
                .put("title", "路面坑洼")
                .put("description", "路面坑洼，雨后积水。");
        body.putObject("location")
                .put("unit", "ganshui-erju-0" + chance.nextInt(1, 3))
                .put("lng", 106.78 + chance.nextDouble() * 0.14)
                .put("lat", 28.77 + chance.nextDouble() * 0.1);
        var answer = resident.submit(body.toString());
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        }
    }
}
