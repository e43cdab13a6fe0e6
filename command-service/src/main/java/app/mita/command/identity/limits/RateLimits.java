package app.mita.command.identity.limits;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.profile.EmailAddress;
import app.mita.runtime.web.ClientAddress;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Token buckets for each address and each account, in this node's memory. */
@Component
public final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 100_000;

    private final RateLimitProperties properties;
    private final ClientAddress addresses;
    /** A bucket that was left alone for a window is full, as a new one is. */
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW)
            .build();

    RateLimits(RateLimitProperties properties, ClientAddress addresses) {
        this.properties = properties;
        this.addresses = addresses;
    }

    /** What is counted apart. */
    public enum Of {
        REGISTER,
        LOGIN,
        REFRESH,
        RESET
    }

    /** Counts a request from its address; fails with RATE_LIMITED when there were too many. */
    public Mono<Void> count(Of route, ServerWebExchange exchange) {
        int limit =
                switch (route) {
                    case REGISTER -> properties.register();
                    case LOGIN -> properties.login();
                    case REFRESH -> properties.refresh();
                    case RESET -> properties.reset();
                };
        return count(new Key(route, addresses.of(exchange)), limit);
    }

    /** Counts an attempt on an account, or on an address that has none. */
    public Mono<Void> count(Of route, EmailAddress account) {
        int limit = route == Of.RESET ? properties.reset() : properties.loginPerAccount();
        return count(new Key(route, account.value()), limit);
    }

    private Mono<Void> count(Key key, int limit) {
        return Mono.fromRunnable(() -> {
            if (!properties.enabled()) {
                return;
            }
            var taken = buckets.get(key, fresh -> bucket(limit)).tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill()) + 1);
                throw new Refused(
                        ErrorCode.RATE_LIMITED, "Too many requests; wait a little.", Map.of("retry_after", seconds));
            }
        });
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(each -> each.capacity(limit).refillGreedy(limit, WINDOW))
                .build();
    }

    private record Key(Of route, String who) {}
}
