package app.mita.command.identity;

import app.mita.command.identity.reset.ResetTokens;
import app.mita.command.identity.session.Sessions;
import app.mita.command.profile.EmailClaims;
import app.mita.runtime.background.BackgroundWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finishes, at start-up and every minute, what a crash left between the identity tables and the log. Each step may be
 * repeated and may run on several nodes at once.
 */
@Component
class UnfinishedWork extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedWork.class);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final AccountDeletion deletion;
    private final Grants grants;
    private final EmailClaims emails;
    private final Sessions sessions;
    private final Registration registration;
    private final PasswordChange passwords;
    private final ResetTokens resetTokens;

    UnfinishedWork(
            AccountDeletion deletion,
            Grants grants,
            EmailClaims emails,
            Sessions sessions,
            Registration registration,
            PasswordChange passwords,
            ResetTokens resetTokens) {
        this.deletion = deletion;
        this.grants = grants;
        this.emails = emails;
        this.sessions = sessions;
        this.registration = registration;
        this.passwords = passwords;
        this.resetTokens = resetTokens;
    }

    Mono<Void> finish() {
        return Flux.just(
                        emails.settleAbandoned(),
                        registration.giveUpAbandoned(),
                        deletion.resume(),
                        grants.resume(),
                        passwords.recordChanges(),
                        sessions.tidy(),
                        resetTokens.tidy())
                .concatMap(step -> step.doOnError(
                                failure -> LOG.warn("Unfinished identity work is left for the next round", failure))
                        .onErrorComplete())
                .then();
    }

    @Override
    protected Disposable begin() {
        return Flux.interval(FIRST, EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> finish(), 1)
                .subscribe();
    }
}
