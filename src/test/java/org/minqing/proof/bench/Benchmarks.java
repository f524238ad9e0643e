package org.minqing.proof.bench;

/**
 * Takes all figures, or those that are named: {@code start}, {@code lifecycles}, {@code timers}, {@code http}, {@code map}. A program and no test: a
 * figure is read by people, and on a busy machine it proves nothing.
 */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] wanted) throws Exception {
        var which = wanted.length == 0 ? "start lifecycles timers http map" : String.join(" ", wanted);
        if (which.contains("start")) {
            new StartBench().start();
        }
        if (which.contains("lifecycles")) {
            new LifecycleBench().lifecycles();
        }
        if (which.contains("timers")) {
            new TimerBench().timers();
        }
        if (which.contains("http")) {
            new HttpBench().http();
        }
        if (which.contains("map")) {
            new MapBench().map();
        }
    }
}
