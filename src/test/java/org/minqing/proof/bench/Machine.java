package org.minqing.proof.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the figures were taken on: without it they say nothing. */
public final class Machine {

    private Machine() {}

    static List<String> lines() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                "# Figures of " + LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES) + "\n",
                "- processor: %d cores, %s".formatted(system.getAvailableProcessors(), processor()),
                "- memory: %.1f GB".formatted(system.getTotalMemorySize() / 1e9),
                "- system: %s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                "- java: %s %s".formatted(System.getProperty("java.vm.name"), System.getProperty("java.vm.version")));
    }

    /** How many wanted a core on average over the last minute; more than there are cores means disturbed figures. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("model unknown");
        } catch (IOException e) {
            return "model unknown";
        }
    }
}
