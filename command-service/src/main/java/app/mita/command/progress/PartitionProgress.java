package app.mita.command.progress;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * How far one partition's events have been applied, and who waits for it to go on. Those who wait are sorted by what
 * they wait for, so that a step forward touches only those that it serves.
 */
final class PartitionProgress {

    private record Wish(long position, long number) implements Comparable<Wish> {

        @Override
        public int compareTo(Wish other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : Long.compare(number, other.number);
        }
    }

    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentSkipListMap<Wish, MonoSink<Boolean>> waiting = new ConcurrentSkipListMap<>();

    /** Completes with true once the position is applied; waits for ever, at the price of one entry, until cancelled. */
    Mono<Boolean> reaches(long position) {
        return Mono.defer(
                () -> applied.get() >= position ? Mono.just(true) : Mono.create(sink -> wait(position, sink)));
    }

    /** A position lower than one said before changes nothing: progress is never taken back. */
    void advance(long position) {
        if (applied.accumulateAndGet(position, Math::max) == position) {
            serve(position);
        }
    }

    int waiting() {
        return waiting.size();
    }

    private void wait(long position, MonoSink<Boolean> sink) {
        Wish wish = new Wish(position, numbers.getAndIncrement());
        waiting.put(wish, sink);
        sink.onDispose(() -> waiting.remove(wish));
        long now = applied.get();
        if (now >= position) {
            // It went on between the look and the entry.
            serve(now);
        }
    }

    private void serve(long position) {
        Map.Entry<Wish, MonoSink<Boolean>> first;
        while ((first = waiting.firstEntry()) != null && first.getKey().position() <= position) {
            if (waiting.remove(first.getKey()) != null) {
                first.getValue().success(true);
            }
        }
    }
}
