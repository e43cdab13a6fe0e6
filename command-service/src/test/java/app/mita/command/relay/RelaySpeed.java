package app.mita.command.relay;

import app.mita.api.identity.PasswordChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.axonframework.eventsourcing.eventstore.AppendCondition;

/**
 * Measures the relay on this machine: from an append's acknowledgement to a read_committed consumer, one event at a
 * time and under a steady load, and how many events a second it catches up with. No test: run its main method.
 */
final class RelaySpeed {

    private static final int MANY = 100_000;
    private static final int LOAD_PER_SECOND = 1_500;

    private final Bed bed = new Bed();
    private final UUID[] users = Stream.generate(UUID::randomUUID).limit(500).toArray(UUID[]::new);
    private final ConcurrentHashMap<Long, Long> seenAt = new ConcurrentHashMap<>();
    private int next;

    public static void main(String[] arguments) throws Exception {
        try {
            new RelaySpeed().run();
        } finally {
            System.exit(0);
        }
    }

    private void run() throws Exception {
        for (int i = 0; i < MANY; i += 1000) {
            bed.log.append(1000);
        }
        Bed.Running relay = bed.relay();
        while (relay.status.position() < 1) {
            Thread.onSpinWait();
        }
        long begin = System.nanoTime();
        long from = relay.status.position();
        while (relay.status.position() < MANY) {
            Thread.sleep(1);
        }
        System.out.printf("catching up: %,.0f events/s%n", (MANY - from) * 1e9 / (System.nanoTime() - begin));
        Thread.ofPlatform().daemon().start(this::consume);
        awaitSeen(MANY);
        oneByOne(1_000, 1);
        report("one at a time", oneByOne(500, 5));
        load("warm-up", Duration.ofSeconds(5));
        load("steady load", Duration.ofSeconds(10));
    }

    private void consume() {
        try (var consumer = bed.clients.consumer()) {
            consumer.assign(bed.partitions());
            consumer.seekToBeginning(bed.partitions());
            while (true) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofMillis(100))) {
                    seenAt.put(Bed.position(event), System.nanoTime());
                }
            }
        }
    }

    private CompletableFuture<Long> append() {
        var event = new PasswordChanged(users[next++ % users.length], Instant.EPOCH);
        return bed.log.database().node().append(AppendCondition.none(), event);
    }

    private long[] oneByOne(int count, int gapMillis) throws InterruptedException {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long position = append().join();
            long committed = System.nanoTime();
            awaitSeen(position);
            nanos[i] = seenAt.get(position) - committed;
            Thread.sleep(gapMillis);
        }
        return nanos;
    }

    private void load(String name, Duration time) throws InterruptedException {
        var committed = new ConcurrentHashMap<Long, Long>();
        long begin = System.nanoTime();
        int sent = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            long due = (System.nanoTime() - begin) * LOAD_PER_SECOND / 1_000_000_000 - sent;
            for (; due > 0; due--, sent++) {
                append().thenAccept(position -> committed.put(position, System.nanoTime()));
            }
            Thread.sleep(1);
        }
        while (committed.size() < sent) {
            Thread.sleep(1);
        }
        for (long position : committed.keySet()) {
            awaitSeen(position);
        }
        report(
                name + " of " + sent / time.toSeconds() + "/s",
                committed.entrySet().stream()
                        .mapToLong(append -> Math.max(0, seenAt.get(append.getKey()) - append.getValue()))
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
                "%s: append -> consumer median %.1f ms, P95 %.1f, P99 %.1f, max %.1f, mean %.1f%n",
                what,
                at(nanos, 0.5),
                at(nanos, 0.95),
                at(nanos, 0.99),
                at(nanos, 1),
                LongStream.of(nanos).average().orElseThrow() / 1e6);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e6;
    }
}
