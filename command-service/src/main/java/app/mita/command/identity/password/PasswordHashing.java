package app.mita.command.identity.password;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id on threads of its own, a few at a time: hashing is slow on purpose and must not hold up anything else. When
 * too many wait already it refuses with SERVICE_UNAVAILABLE at once.
 */
@Component
public final class PasswordHashing implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    /** Hashed in the place of what cannot be a password; not empty, for an encoder refuses that without hashing. */
    private static final String NO_PASSWORD = "x";

    private final HashingProperties properties;
    private final PasswordEncoder encoder;
    private final Scheduler threads;
    private final String nobodys;

    @Autowired
    PasswordHashing(HashingProperties properties) {
        this(
                properties,
                new Argon2PasswordEncoder(
                        SALT_BYTES, HASH_BYTES, LANES, properties.memoryKib(), properties.iterations()));
    }

    PasswordHashing(HashingProperties properties, PasswordEncoder encoder) {
        this.properties = properties;
        this.encoder = encoder;
        this.threads = Schedulers.newBoundedElastic(
                properties.threads(), properties.waiting() / properties.threads(), "password-hashing");
        var random = new byte[HASH_BYTES];
        new SecureRandom().nextBytes(random);
        PasswordRules.prepare();
        this.nobodys = encoder.encode(HexFormat.of().formatHex(random));
    }

    /** @return a PHC string with its own salt and parameters */
    public Mono<String> hash(String password) {
        return run(() -> encoder.encode(password));
    }

    /** @param hash null when there is no such user or password: false then, in the same time as for any other */
    public Mono<Boolean> matches(String password, @Nullable String hash) {
        boolean possible = hash != null && !password.isEmpty() && PasswordRules.isText(password);
        return run(() -> encoder.matches(possible ? password : NO_PASSWORD, possible ? hash : nobodys) && possible);
    }

    /** For whoever administers: how new passwords are hashed. */
    public Map<String, Object> settings() {
        return Map.of(
                "algorithm",
                "argon2id",
                "memory_kib",
                properties.memoryKib(),
                "iterations",
                properties.iterations(),
                "lanes",
                LANES);
    }

    private <T> Mono<T> run(Callable<T> hashing) {
        return Mono.fromCallable(hashing)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        busy -> new Refused(ErrorCode.SERVICE_UNAVAILABLE, "Too many are signing in right now."));
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
