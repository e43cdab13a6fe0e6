package app.mita.command.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.command.relay.Faults.Moment;
import app.mita.command.relay.TestLog.Republished;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator wants the topic anew: it holds each event once afterwards, whoever leads and whoever dies meanwhile. */
class RepublishTest {

    private final Bed bed = new Bed();

    @AfterEach
    void end() {
        bed.close();
    }

    /** What the old topic held of others, or twice, is gone; each event is in the new one once. */
    @Test
    void theTopicIsMadeAnew() {
        bed.log.append(1_200);
        Bed.Running relay = bed.relay();
        bed.assertExactlyOnce();
        bed.log.execute("insert into read_model.projection (name, version, live_generation, serves_app, state)"
                + " values ('calendar', 1, 1, true, 'live'); insert into read_model.progress (projection, generation, partition, epoch)"
                + " values ('calendar', 1, 0, 7), ('calendar', 1, 1, 3)");
        UUID operation = bed.log.askToRepublish(bed.properties.topic());
        awaitDone(operation, 1_200);
        assertThat(bed.log.epochs())
                .as("whoever folds looks for its place in the fresh topic")
                .containsExactly(8L, 4L);
        bed.log.append(30);
        bed.assertExactlyOnce();
        await().untilAsserted(() -> assertThat(relay.status.sent()).isEqualTo(1_200 + 1_230));
    }

    /** Its page would be the fresh topic's only events, and whoever goes on after them would leave out all before. */
    @ParameterizedTest(name = "before its successor fences it: {0}")
    @ValueSource(booleans = {true, false})
    void aLeaderThatLostItsLockPublishesNothingIntoTheFreshTopic(boolean before) throws InterruptedException {
        bed.log.append(100);
        Bed.Running first = bed.relay();
        bed.assertExactlyOnce();
        first.lifecycle.stop();
        bed.log.append(10);
        // Fenced the first, found the tail in the log, read a page: now it would begin its transaction.
        Faults fault = Faults.pauseAt(4);
        Bed.Running earlier = bed.relay(fault.on(bed.log.reader()), fault.on(bed.clients::producer));
        assertThat(fault.reached().await(Bed.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        bed.log.killConnections();
        UUID operation = bed.log.askToRepublish(bed.properties.topic());
        bed.relay(bed.log.reader(), fencing(before, () -> {
            fault.goOn();
            await().atMost(Bed.PATIENCE).until(() -> earlier.status.position() == 110 || earlier.outage.failures() > 0);
        }));
        awaitDone(operation, 110);
        bed.log.append(10);
        bed.assertExactlyOnce();
        earlier.lifecycle.stop();
        fault.bury();
    }

    /** Whoever waits for it to be done reads a whole topic then. */
    @Test
    void itIsDoneWhenTheTopicIsFilledAndTheNextLeaderGoesOnFillingIt() throws Exception {
        bed.log.append(2_500);
        UUID operation = bed.log.askToRepublish(bed.properties.topic());
        Faults fault = Faults.killAt(1_800, Moment.BEFORE);
        Bed.Running dying = bed.relay(fault.on(bed.log.reader()), fault.on(bed.clients::producer));
        assertThat(fault.reached().await(Bed.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        dying.lifecycle.stop();
        Uuid fresh = topicId();
        assertThat(bed.log.republished(operation).state()).isEqualTo("running");
        assertThat(bed.log.republished(operation).events()).isEqualTo(2_500);

        bed.log.append(100);
        Bed.Running next = bed.relay();
        awaitDone(operation, 2_500);
        bed.assertExactlyOnce();
        assertThat(topicId()).as("the topic is not made anew once more").isEqualTo(fresh);
        assertThat(next.status.sent()).isEqualTo(1_600);
        fault.bury();
    }

    /** It had only noted what it would do. */
    @Test
    void aLeaderThatDiedBeforeItMadeTheTopicIsFollowed() throws Exception {
        bed.log.append(100);
        Bed.Running relay = bed.relay();
        bed.assertExactlyOnce();
        relay.lifecycle.stop();
        UUID operation = bed.log.askToRepublish(bed.properties.topic());
        Uuid old = topicId();
        new Republishing(bed.log.database().client(), bed.properties.topic()).begun(operation, old, 100);
        bed.relay();
        awaitDone(operation, 100);
        bed.assertExactlyOnce();
        assertThat(topicId()).isNotEqualTo(old);
    }

    /** It stood still after it had read the wish, and another leader has granted it meanwhile. */
    @Test
    void whoComesLateDoesNotDeleteTheFreshTopic() throws Exception {
        EventTopic topic = new EventTopic(bed.clients, bed.properties);
        topic.ensure();
        Uuid old = topic.id();
        topic.makeAnew(old);
        Uuid fresh = topic.id();
        assertThat(fresh).isNotEqualTo(old);
        topic.makeAnew(old);
        assertThat(topic.id()).isEqualTo(fresh);
    }

    /** Producers beside whose first fencing something else happens. */
    private Supplier<Producer<byte[], byte[]>> fencing(boolean before, Runnable deed) {
        return () -> besideFencing(bed.clients.producer(), before, deed);
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> besideFencing(
            Producer<byte[], byte[]> real, boolean before, Runnable deed) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (self, method, arguments) -> {
                    boolean fences = method.getName().equals("initTransactions");
                    if (fences && before) {
                        deed.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    } finally {
                        if (fences && !before) {
                            deed.run();
                        }
                    }
                });
    }

    private void awaitDone(UUID operation, long events) {
        await().atMost(Bed.PATIENCE).untilAsserted(() -> assertThat(bed.log.republished(operation))
                .isEqualTo(new Republished("done", events, events)));
    }

    private Uuid topicId() throws Exception {
        return new EventTopic(bed.clients, bed.properties).id();
    }
}
