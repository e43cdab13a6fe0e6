package app.mita.benchmarks;

import java.util.stream.LongStream;

/** Latencies of one kind of call. */
final class Latencies {

    private final LongStream.Builder nanos = LongStream.builder();
    private long[] sorted = {};

    void add(long duration) {
        nanos.add(duration);
    }

    /** In milliseconds; call only once all are added. */
    double percentile(double percent) {
        if (sorted.length == 0) {
            sorted = nanos.build().sorted().toArray();
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * percent / 100))] / 1e6;
    }

    @Override
    public String toString() {
        return "P50 %.2f ms, P95 %.2f ms, P99 %.2f ms".formatted(percentile(50), percentile(95), percentile(99));
    }
}
