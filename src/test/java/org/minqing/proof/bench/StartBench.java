package org.minqing.proof.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** From {@code java -jar} to ready. */
class StartBench {

    private static final int STARTS = 5;

    void start() throws IOException, InterruptedException {
        var data = Folders.empty("start");
        var report = new Report("Start of the packaged program, until /actuator/health is UP");
        try (var first = new Program(data)) {
            report.line("first start on an empty folder: %.1f s", seconds(first));
        }
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            try (var next = new Program(data)) {
                seconds.add(seconds(next));
            }
        }
        report.line(
                "on an existing database: median %.1f s of %s (goal: at most 12 s)",
                seconds.stream().sorted().toList().get(STARTS / 2),
                seconds.stream().map("%.1f"::formatted).collect(Collectors.joining(", ")));
        report.write();
    }

    private static double seconds(Program program) {
        return program.untilReady().toMillis() / 1000.0;
    }
}
