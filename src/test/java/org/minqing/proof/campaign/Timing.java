package org.minqing.proof.campaign;

import java.util.ArrayList;
import java.util.List;

/** How long the answers to one request took, and with which status they came. */
final class Timing {

    private static final double PATIENCE_SECONDS = 90;

    private final List<Double> millis = new ArrayList<>();
    private double spent;
    private int status;

    /** @param counts whether it is warm by now */
    void add(int status, double took, boolean counts) {
        this.status = Math.max(this.status, status);
        spent += took / 1000;
        if (counts) {
            millis.add(took);
        }
    }

    /** Whether all answers were answers. */
    boolean answered() {
        return status == 200;
    }

    /** Whether another one is worth waiting for. */
    boolean patient() {
        return (status == 0 || answered()) && spent < PATIENCE_SECONDS;
    }

    double percentile(int percent) {
        var sorted = millis.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    String status() {
        return status == 404 ? "not there" : "status " + status;
    }

    @Override
    public String toString() {
        return "%.0f / %.0f".formatted(percentile(50), percentile(95));
    }
}
