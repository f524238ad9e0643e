package org.minqing.proof.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.minqing.support.Api;

/** The packaged program over HTTP: residents submit, a grid worker with a full list looks at it and completes. */
class HttpBench {

    /** As many as a list shows. */
    private static final int OPEN = 200;

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("minqing.bench.seconds", 30));
    private static final int ROUNDS = 3;
    private static final String RESPONSE =
            "{\"action\":\"responded\",\"contactKind\":\"phone\",\"contactPhone\":\"023-0000-7001\",\"contactWith\":\"resident\",\"finding\":\"已电话联系居民，约定明天上门查看。\"}";

    private Api resident;
    private Api gridWorker;

    void http() throws Exception {
        var data = Folders.empty("http");
        try (var program = new Program(data)) {
            resident = Api.of(program.port(), data.toString());
            gridWorker = resident.as("shibu-grid-01");
            Load.times(OPEN, () -> submit("shibu-chengxi-1-01"));
            Load.times(100, this::list);
            complete();
            var report =
                    new Report("HTTP: %d clients, signed in by Basic, %d open tasks".formatted(Load.THREADS, OPEN));
            // In another grid, so that the list that is measured next keeps its length.
            line(report, "POST /api/appeals", Load.during(MEASURED, () -> submit("shibu-jijiahe-01")));
            line(report, "GET /api/tasks", Load.during(MEASURED, this::list));
            var completed = complete();
            for (int i = 1; i < ROUNDS; i++) {
                completed = completed.and(complete());
            }
            line(report, "POST /api/tasks/{id}/complete", completed);
            report.write();
        }
    }

    private static void line(Report report, String request, Load load) {
        report.line(
                "%s: %.0f requests/s, p50 %.1f ms, p95 %.1f ms (%d requests)",
                request,
                load.perSecond(),
                load.percentile(50),
                load.percentile(95),
                load.millis().size());
    }

    private void submit(String unit) {
        expect(201, resident.submit("""
                {"locality":"shibu","channel":"online","category":"other","title":"门前积水","description":"雨后门前积水两天没有退。",
                 "location":{"unit":"%s","address":"城西路 8 号门前"},"resident":{"name":"住户","phone":"000-0000-0000"}}""".formatted(unit)));
    }

    private JsonNode list() {
        return expect(200, gridWorker.get("/api/tasks")).json();
    }

    /** Completes all that is open, and fills up again. */
    private Load complete() throws InterruptedException {
        var open = new ArrayList<String>();
        StreamSupport.stream(list().spliterator(), false)
                .filter(task -> task.path("form").asText().equals("respondAppeal"))
                .forEach(task -> open.add(task.path("id").asText()));
        var left = new ConcurrentLinkedQueue<>(open);
        var load = Load.times(
                open.size(), () -> expect(200, gridWorker.post("/api/tasks/" + left.remove() + "/complete", RESPONSE)));
        Load.times(open.size(), () -> submit("shibu-chengxi-1-01"));
        return load;
    }

    private static Api.Answer expect(int status, Api.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(answer.status() + " " + answer.raw().body());
        }
        return answer;
    }
}
