package app.mita.command.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PartitionProgressTest {

    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void servesThoseWhoseTimeHasComeAndNobodyElse() {
        var served = new AtomicInteger();
        for (int position = 1; position <= 10; position++) {
            progress.reaches(position).subscribe(applied -> served.incrementAndGet());
            progress.reaches(position).subscribe(applied -> served.incrementAndGet());
        }
        assertThat(served).hasValue(0);
        progress.advance(4);
        assertThat(served).hasValue(8);
        progress.advance(3);
        assertThat(served).hasValue(8);
        progress.advance(10);
        assertThat(served).hasValue(20);
        assertThat(progress.waiting()).isZero();
        assertThat(progress.reaches(10).block(Duration.ZERO)).isTrue();
    }

    @Test
    void forgetsThoseWhoStopWaiting() {
        var waiting = progress.reaches(5).subscribe();
        assertThat(progress.waiting()).isOne();
        waiting.dispose();
        assertThat(progress.waiting()).isZero();
    }

    @Property(tries = 200)
    void whoIsServedDependsOnTheHighestPositionOnly(
            @ForAll @Size(max = 30) List<@LongRange(min = 1, max = 50) Long> wishes,
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 0, max = 50) Long> steps) {
        var partition = new PartitionProgress();
        var served = new AtomicInteger();
        wishes.forEach(wish -> partition.reaches(wish).subscribe(applied -> served.incrementAndGet()));
        steps.forEach(partition::advance);
        long highest = steps.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(served)
                .hasValue((int) wishes.stream().filter(wish -> wish <= highest).count());
    }

    @Test
    void nobodyIsForgottenWhenStepsAndWishesMeet() throws InterruptedException {
        int wishes = 20_000;
        var served = new AtomicInteger();
        var asked = new CountDownLatch(2);
        for (int half = 0; half < 2; half++) {
            int parity = half;
            Thread.ofPlatform().start(() -> {
                for (int position = 1 + parity; position <= wishes; position += 2) {
                    progress.reaches(position).subscribe(applied -> served.incrementAndGet());
                }
                asked.countDown();
            });
        }
        for (int position = 1; position <= wishes; position++) {
            progress.advance(position);
        }
        asked.await();
        await().untilAsserted(() -> assertThat(served).hasValue(wishes));
        assertThat(progress.waiting()).isZero();
    }
}
