package org.minqing.proof.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The turns of one side: how fast each was, and what all cost together. */
final class Turns {

    private final Path data;
    private final List<Double> perSecond = new ArrayList<>();
    private Cpu cost = new Cpu(Duration.ZERO, Duration.ZERO);
    private int lifecycles;

    Turns(Path data) {
        this.data = data;
    }

    void take(Duration time, Load.Work work) throws IOException, InterruptedException {
        var before = Cpu.now(data);
        var load = Load.during(time, work);
        cost = cost.and(Cpu.now(data).since(before));
        lifecycles += load.millis().size();
        perSecond.add(load.perSecond());
    }

    /** Turn by turn, because both were disturbed alike. */
    List<Double> ratiosTo(Turns other) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < perSecond.size(); i++) {
            ratios.add(perSecond.get(i) / other.perSecond.get(i));
        }
        return ratios;
    }

    String speed() {
        return "median %s lifecycles/s; each took %s".formatted(spread(perSecond, "%.1f"), cost.per(lifecycles));
    }

    /** The median and where it comes from. */
    static String spread(List<Double> values, String format) {
        var sorted = values.stream().sorted().toList();
        var all = values.stream().map(format::formatted).collect(Collectors.joining(", "));
        return format.formatted(sorted.get(sorted.size() / 2)) + " of " + all;
    }
}
