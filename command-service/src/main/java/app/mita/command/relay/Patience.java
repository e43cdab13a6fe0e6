package app.mita.command.relay;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How the relay, which has a thread of its own, waits for the database: not for ever, and not deaf to interruption. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Patience() {}

    /**
     * @return null when it completed empty
     * @throws TimeoutException after ten seconds; what was asked for is cancelled
     */
    static <T> @Nullable T await(Mono<T> asked) throws Exception {
        var future = asked.toFuture();
        try {
            return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } catch (TimeoutException late) {
            throw new TimeoutException("The database did not answer in " + LIMIT.toSeconds() + " s");
        } finally {
            future.cancel(true);
        }
    }
}
