package org.minqing.proof.notices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What a node holds: its heap after everything that nobody needs was collected, and its threads. By the tools of the JDK, on Linux. */
record Cost(long heapMegabytes, long threads) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern THREADS = Pattern.compile("(?m)^Threads:\\s+(\\d+)");

    static Cost of(long process) throws IOException, InterruptedException {
        asked(process, "GC.run");
        var heap = USED.matcher(asked(process, "GC.heap_info"));
        var threads = THREADS.matcher(Files.readString(Path.of("/proc", String.valueOf(process), "status")));
        return new Cost(
                heap.find() ? Long.parseLong(heap.group(1)) / 1024 : -1,
                threads.find() ? Long.parseLong(threads.group(1)) : -1);
    }

    private static String asked(long process, String what) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(tool, String.valueOf(process), what)
                .redirectErrorStream(true)
                .start();
        var answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        asked.waitFor(1, TimeUnit.MINUTES);
        return answer;
    }

    @Override
    public String toString() {
        return heapMegabytes + " MB, " + threads;
    }
}
