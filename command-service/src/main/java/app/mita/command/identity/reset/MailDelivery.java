package app.mita.command.identity.reset;

import app.mita.runtime.external.ExternalService;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Mail, for diagnostics: enabled when a mailer takes the place of the outbox, which nothing here delivers from. That
 * mailer's own bean knows how to ask it.
 */
@Component
final class MailDelivery implements ExternalService {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final ResetMail mail;

    MailDelivery(ResetMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String title() {
        return "Mail";
    }

    @Override
    public boolean isEnabled() {
        return !(mail instanceof ResetMailOutbox);
    }

    @Override
    public Duration timeout() {
        return AT_MOST;
    }

    @Override
    public Mono<Void> ask() {
        return mail.ask();
    }
}
