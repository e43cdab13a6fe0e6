package app.mita.command.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashingTest {

    private static final String PASSWORD = "Str0ng!passw0rd#2026";

    private final AtomicInteger hashes = new AtomicInteger();
    private final PasswordHashing hashing =
            new PasswordHashing(new HashingProperties(64, 1, 1, 8), new Argon2PasswordEncoder(16, 32, 1, 64, 1) {
                @Override
                protected boolean matchesNonNull(String password, String hash) {
                    hashes.incrementAndGet();
                    return super.matchesNonNull(password, hash);
                }
            });
    private final String hash = String.valueOf(hashing.hash(PASSWORD).block());

    @AfterEach
    void end() {
        hashing.destroy();
    }

    @Test
    void knowsAPassword() {
        assertThat(matches(PASSWORD, hash)).isTrue();
        assertThat(matches(PASSWORD + "!", hash)).isFalse();
        assertThat(hashes).hasValue(2);
    }

    /** Else the time would tell who has an account. */
    @ParameterizedTest
    @ValueSource(strings = {PASSWORD, "x", "", "\ud800"})
    void everyGuessCostsAHash(String guess) {
        assertThat(matches(guess, null)).isFalse();
        assertThat(hashes).hasValue(1);
        assertThat(matches(guess, hash)).isEqualTo(guess.equals(PASSWORD));
        assertThat(hashes).hasValue(2);
    }

    private boolean matches(String guess, @Nullable String hash) {
        return Boolean.TRUE.equals(hashing.matches(guess, hash).block());
    }
}
