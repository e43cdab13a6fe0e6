package app.mita.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes();
    private final UUID user = UUID.randomUUID();

    @Test
    void aUsersWorkStartsWhenTheirEarlierWorkHasEnded() {
        var first = new CompletableFuture<String>();
        var started = new ArrayList<String>();
        var one = lanes.run(user, () -> started(started, "one", first));
        var two = lanes.run(user, () -> started(started, "two", CompletableFuture.completedFuture("2")));
        var other =
                lanes.run(UUID.randomUUID(), () -> started(started, "other's", CompletableFuture.completedFuture("3")));

        assertThat(started).containsExactly("one", "other's");
        assertThat(other).isCompletedWithValue("3");

        first.complete("1");
        assertThat(one).isCompletedWithValue("1");
        assertThat(two).isCompletedWithValue("2");
    }

    @Test
    void workGoesOnAfterAFailure() {
        var first = new CompletableFuture<String>();
        var one = lanes.run(user, () -> first);
        var two = lanes.<String>run(user, () -> {
            throw new IllegalStateException("at once");
        });
        var three = lanes.run(user, () -> CompletableFuture.completedFuture("3"));
        first.completeExceptionally(new IllegalStateException("later"));

        assertThat(one).isCompletedExceptionally();
        assertThat(two).isCompletedExceptionally();
        assertThat(three).isCompletedWithValue("3");
    }

    @Test
    void aLongQueueOfWorkThatEndsAtOnceNeedsNoDeepStack() {
        var gate = new CompletableFuture<Integer>();
        var ran = new AtomicInteger();
        lanes.run(user, () -> gate);
        for (int nth = 0; nth < 100_000; nth++) {
            lanes.run(user, () -> CompletableFuture.completedFuture(ran.incrementAndGet()));
        }
        gate.complete(0);
        assertThat(ran).hasValue(100_000);
    }

    private static CompletableFuture<String> started(
            List<String> started, String name, CompletableFuture<String> work) {
        started.add(name);
        return work;
    }
}
