package app.mita.command.relay;

import app.mita.command.eventstore.EventLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The death of a process, or its standing still, at one of a relay's steps, which are its calls to the log and to the
 * producer. Whoever is dead does nothing more: its producer is not closed, its open transaction stays open.
 */
final class Faults {

    /** What happens to the call at which the relay dies. */
    enum Moment {
        BEFORE,
        AFTER,
        /** It is under way, and goes on although nobody waits for it. */
        DURING
    }

    /** Thrown at every step of a dead process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private final AtomicInteger stepsLeft;
    private final Moment moment;
    private final boolean paused;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);
    private final Queue<Producer<byte[], byte[]>> leftOpen = new ConcurrentLinkedQueue<>();
    private volatile boolean dead;

    private Faults(int step, Moment moment, boolean paused) {
        this.stepsLeft = new AtomicInteger(step);
        this.moment = moment;
        this.paused = paused;
    }

    /** Dies at its nth step from now on. */
    static Faults killAt(int step, Moment moment) {
        return new Faults(step, moment, false);
    }

    /** Stands still before its nth step, until told to go on; meanwhile it knows nothing of the time that passes. */
    static Faults pauseAt(int step) {
        return new Faults(step, Moment.BEFORE, true);
    }

    /** Until the fault has happened. */
    CountDownLatch reached() {
        return reached;
    }

    void goOn() {
        goOn.countDown();
    }

    EventLog on(EventLog log) {
        return (EventLog) Proxy.newProxyInstance(
                EventLog.class.getClassLoader(),
                new Class<?>[] {EventLog.class},
                (self, method, arguments) -> method.getName().equals("heads")
                        ? method.invoke(log, arguments)
                        : step(() -> method.invoke(log, arguments)));
    }

    Supplier<Producer<byte[], byte[]>> on(Supplier<Producer<byte[], byte[]>> producers) {
        return () -> {
            Producer<byte[], byte[]> real = producers.get();
            leftOpen.add(real);
            return proxy(real);
        };
    }

    /** Ends what the dead left behind; for the end of a test. */
    void bury() {
        goOn();
        leftOpen.forEach(producer -> producer.close(java.time.Duration.ZERO));
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> proxy(Producer<byte[], byte[]> real) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (self, method, arguments) -> {
                    if (method.getName().equals("close") && dead) {
                        return null;
                    }
                    return step(() -> method.invoke(real, arguments));
                });
    }

    private interface Call {
        @Nullable
        Object make() throws Exception;
    }

    private @Nullable Object step(Call call) throws Throwable {
        if (dead) {
            throw new Killed();
        }
        if (stepsLeft.decrementAndGet() != 0) {
            return made(call);
        }
        if (paused) {
            reached.countDown();
            goOn.await();
            return made(call);
        }
        switch (moment) {
            case BEFORE -> {}
            case AFTER -> made(call);
            case DURING ->
                Thread.ofVirtual().start(() -> {
                    try {
                        call.make();
                    } catch (Exception | Error nobodyCares) {
                        // Its caller is dead.
                    }
                });
        }
        dead = true;
        reached.countDown();
        throw new Killed();
    }

    private static @Nullable Object made(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** All of them, for random choice. */
    static final List<Moment> MOMENTS = List.of(Moment.values());
}
