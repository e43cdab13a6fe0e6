package app.mita.command.identity.password;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a password hash costs. Memory and iterations are OWASP's least for Argon2id with one lane; a hash keeps the ones
 * it was made with.
 *
 * @param threads how many hashes are computed at a time
 * @param waiting how many more may wait for their turn before the next one is refused
 */
@ConfigurationProperties("mita.password-hashing")
record HashingProperties(
        @DefaultValue("19456") int memoryKib,
        @DefaultValue("2") int iterations,
        @DefaultValue("2") int threads,
        @DefaultValue("64") int waiting) {}
