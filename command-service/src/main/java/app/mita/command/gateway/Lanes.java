package app.mita.command.gateway;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of one user one after the other, and that of different users side by side, so that a user's own
 * requests never conflict with each other on this node. No thread waits.
 */
final class Lanes {

    /** What waits for each user whose work is running; changed only within the map's own atomic operations. */
    private final ConcurrentHashMap<UUID, Queue<Supplier<CompletableFuture<?>>>> waiting = new ConcurrentHashMap<>();

    /** @return completes as the work does, which starts once the user's earlier work has ended, well or badly */
    <T> CompletableFuture<T> run(UUID user, Supplier<CompletableFuture<T>> work) {
        var result = new CompletableFuture<T>();
        Supplier<CompletableFuture<?>> task = () -> begin(work).whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        var first = new AtomicReference<@Nullable Supplier<CompletableFuture<?>>>();
        waiting.compute(user, (id, queue) -> {
            if (queue == null) {
                first.set(task);
                return new ArrayDeque<>(2);
            }
            queue.add(task);
            return queue;
        });
        follow(user, first.get());
        return result;
    }

    /** A loop rather than recursion, so that a long queue of work that ends at once needs no deep stack. */
    private void follow(UUID user, @Nullable Supplier<CompletableFuture<?>> task) {
        for (var next = task; next != null; next = takeNext(user)) {
            var running = next.get();
            if (!running.isDone()) {
                running.whenComplete((value, failure) -> follow(user, takeNext(user)));
                return;
            }
        }
    }

    private @Nullable Supplier<CompletableFuture<?>> takeNext(UUID user) {
        var next = new AtomicReference<@Nullable Supplier<CompletableFuture<?>>>();
        waiting.computeIfPresent(user, (id, queue) -> {
            next.set(queue.poll());
            return next.get() == null ? null : queue;
        });
        return next.get();
    }

    private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
