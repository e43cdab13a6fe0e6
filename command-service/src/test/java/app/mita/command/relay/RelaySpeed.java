package app.mita.command.relay;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures the relay on this machine: from an append's commit to a read_committed consumer, one event at a time and
 * under a steady load, and how many events a second it passes on. No test: run its main method.
 */
final class RelaySpeed {

    private static final int WARM_UP = 500;
    private static final int SINGLE = 500;
    private static final int MANY = 100_000;
    private static final int LOAD_PER_SECOND = 1_500;

    private final Bed bed = new Bed();
    private final ConcurrentHashMap<Long, Long> seenAt = new ConcurrentHashMap<>();
    private volatile boolean done;

    public static void main(String[] arguments) throws Exception {
        new RelaySpeed().run();
        System.exit(0);
    }

    private void run() throws Exception {
        Bed.Running relay = bed.relay();
        bed.log.append(1);
        bed.assertExactlyOnce();
        Thread.ofPlatform().daemon().start(this::consume);
        oneByOne(WARM_UP, 2);
        report("one at a time", oneByOne(SINGLE, 10));
        load("warm-up", Duration.ofSeconds(5));
        load("steady load", Duration.ofSeconds(10));
        relay.lifecycle.stop();
        for (int i = 0; i < MANY; i += 1000) {
            bed.log.append(1000);
        }
        for (int round = 0; round < 1; round++) {
            long begin = System.nanoTime();
            bed.relay();
            awaitSeen(bed.log.head());
            System.out.printf("catching up: %,.0f events/s%n", MANY * 1e9 / (System.nanoTime() - begin));
        }
        done = true;
    }

    private void consume() {
        try (var consumer = bed.clients.consumer()) {
            consumer.assign(bed.partitions());
            consumer.seekToBeginning(bed.partitions());
            while (!done) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                    seenAt.put(Bed.position(event), System.nanoTime());
                }
            }
        }
    }

    private long[] oneByOne(int count, int gapMillis) throws InterruptedException {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            bed.log.append(1);
            long committed = System.nanoTime();
            awaitSeen(bed.log.head());
            nanos[i] = seenAt.get(bed.log.head()) - committed;
            Thread.sleep(gapMillis);
        }
        return nanos;
    }

    /** Batches of what a group commit gathers, at the rate of the load. */
    private void load(String name, Duration time) throws InterruptedException {
        var committed = new ConcurrentHashMap<Long, Long>();
        long begin = System.nanoTime();
        long first = bed.log.head();
        while (System.nanoTime() - begin < time.toNanos()) {
            long due = (System.nanoTime() - begin) * LOAD_PER_SECOND / 1_000_000_000 - (bed.log.head() - first);
            if (due > 0) {
                bed.log.append((int) due);
                committed.put(bed.log.head(), System.nanoTime());
            } else {
                Thread.sleep(1);
            }
        }
        awaitSeen(bed.log.head());
        report(
                name + " of " + (bed.log.head() - first) * 1_000_000_000 / (System.nanoTime() - begin) + "/s",
                committed.entrySet().stream()
                        .mapToLong(append -> seenAt.get(append.getKey()) - append.getValue())
                        .toArray());
    }

    private void awaitSeen(long position) throws InterruptedException {
        while (!seenAt.containsKey(position)) {
            Thread.sleep(0, 200_000);
        }
    }

    private static void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: append -> consumer median %.1f ms, P95 %.1f, P99 %.1f, max %.1f%n",
                what, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }
}
