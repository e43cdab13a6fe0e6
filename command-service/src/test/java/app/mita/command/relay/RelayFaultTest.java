package app.mita.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.command.relay.Faults.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Relays that die between any two of their steps. Run one seed again with {@code -Dmita.seed=<seed>}.
 */
class RelayFaultTest {

    private static final int DEATHS = 25;
    /** Of a takeover, and of a page's transaction without its sends. */
    private static final int FIXED_STEPS = 8;

    private final List<Faults> faults = new ArrayList<>();
    private final Bed bed = new Bed();

    @AfterEach
    void end() {
        bed.close();
        faults.forEach(Faults::bury);
    }

    @Test
    void killedAtAnyStepItLosesAndDoublesNothing() {
        long seed = Long.getLong("mita.seed", System.nanoTime());
        Random random = new Random(seed);
        long published = 0;
        try {
            for (int death = 0; death < DEATHS; death++) {
                bed.log.append(1 + random.nextInt(15));
                Faults fault = kill(random, (int) (bed.log.head() - published));
                Bed.Running dying = bed.relay(fault.on(bed.log.reader()), fault.on(bed.clients::producer));
                while (fault.reached().getCount() > 0) {
                    bed.log.append(1 + random.nextInt(3));
                    awaitProgress(dying, fault);
                }
                dying.lifecycle.stop();
                published = Math.max(published, dying.status.position());
                if (random.nextInt(5) == 0) {
                    bed.log.killConnections();
                }
            }
            bed.relay();
            bed.assertExactlyOnce();
        } catch (Throwable failure) {
            throw new AssertionError("run again with -Dmita.seed=" + seed, failure);
        }
    }

    /** It had the lead, stood still, and comes back when another has it. */
    @Test
    void aRelayThatStoodStillIsFencedAndDoublesNothing() throws InterruptedException {
        for (int step = 1; step <= 9; step++) {
            bed.log.append(3);
            Faults fault = Faults.pauseAt(step);
            faults.add(fault);
            Bed.Running paused = bed.relay(fault.on(bed.log.reader()), fault.on(bed.clients::producer));
            assertThat(fault.reached().await(Bed.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            // Its lock is gone, and it does not know.
            bed.log.killConnections();
            Bed.Running successor = bed.relay();
            bed.log.append(3);
            bed.assertExactlyOnce();
            fault.goOn();
            bed.log.append(3);
            bed.assertExactlyOnce();
            await().atMost(Bed.PATIENCE).until(() -> !paused.status.leading());
            successor.lifecycle.stop();
            bed.log.append(3);
            bed.assertExactlyOnce();
            paused.lifecycle.stop();
        }
    }

    /** @param unpublished one step each, so that deaths fall everywhere */
    private Faults kill(Random random, int unpublished) {
        Moment moment = Faults.MOMENTS.get(random.nextInt(Faults.MOMENTS.size()));
        Faults fault = Faults.killAt(1 + random.nextInt(FIXED_STEPS + 2 * unpublished), moment);
        faults.add(fault);
        return fault;
    }

    private void awaitProgress(Bed.Running relay, Faults fault) {
        await().atMost(Bed.PATIENCE)
                .until(() -> fault.reached().getCount() == 0 || relay.status.position() == bed.log.head());
    }
}
