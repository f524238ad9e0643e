package org.minqing.proof.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time so far. What other programs do to the machine changes how long an appeal takes, but hardly how much
 * processor time it costs.
 */
record Cpu(Duration jvm, Duration database) {

    /** @param data folder of the embedded PostgreSQL; its sessions are children of the process named there */
    static Cpu now(Path data) throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var server = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        var sessions = ProcessHandle.of(Long.parseLong(server.get(0).strip())).stream()
                .flatMap(ProcessHandle::children)
                .map(session -> session.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return new Cpu(Duration.ofNanos(system.getProcessCpuTime()), sessions);
    }

    Cpu since(Cpu before) {
        return new Cpu(jvm.minus(before.jvm), database.minus(before.database));
    }

    Cpu and(Cpu other) {
        return new Cpu(jvm.plus(other.jvm), database.plus(other.database));
    }

    String per(int lifecycles) {
        return "%.1f ms of processor time in the JVM and %.1f ms in PostgreSQL"
                .formatted(jvm.toNanos() / 1e6 / lifecycles, database.toNanos() / 1e6 / lifecycles);
    }
}
