package app.mita.command.identity.reset;

import app.mita.command.profile.EmailAddress;
import app.mita.runtime.external.ExternalService.NoAnswer;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The way of a reset token to its user, and the only one. */
public interface ResetMail {

    /** Completes when the mail is on its way for certain; runs in the transaction that stores the token's hash. */
    Mono<Void> send(UUID user, EmailAddress to, String token, Instant expires);

    /** Whether mail can be sent now, for diagnostics: completes, or fails with why not. A mailer overrides it. */
    default Mono<Void> ask() {
        return Mono.error(() -> new NoAnswer("It cannot be asked"));
    }
}
