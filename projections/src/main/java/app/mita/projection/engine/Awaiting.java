package app.mita.projection.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The engine's threads are its own and may wait for the database; no event loop ever does. */
final class Awaiting {

    /** Beyond the database's own limits on statements and connecting. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Awaiting() {}

    /** @throws InterruptedEngineException when the engine is being stopped */
    static <T> @Nullable T await(Mono<T> result) {
        return await(result.toFuture(), LIMIT);
    }

    /** For what may take longer than any single statement. */
    static <T> @Nullable T await(Mono<T> result, Duration limit) {
        return await(result.toFuture(), limit);
    }

    static <T> @Nullable T await(CompletableFuture<T> result) {
        return await(result, LIMIT);
    }

    private static <T> @Nullable T await(CompletableFuture<T> result, Duration limit) {
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (TimeoutException late) {
            throw new IllegalStateException("no answer within " + limit, late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedEngineException();
        }
    }

    static final class InterruptedEngineException extends RuntimeException {}
}
