package app.mita.command.identity.reset;

import app.mita.command.eventstore.TimeOrderedIds;
import app.mita.command.profile.EmailAddress;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.personal.SealedKind;
import app.mita.runtime.personal.Sealing;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Table {@code identity.outbox_mail}, from which whoever delivers mail takes it; sealed, because a token opens an account. */
@Component
final class ResetMailOutbox implements ResetMail {

    private static final String KIND = "password-reset";

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Clock clock;

    ResetMailOutbox(DatabaseClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** What is sealed, as JSON. */
    record Letter(String to, String token, Instant expiresAt) {}

    @Override
    public Mono<Void> send(UUID user, EmailAddress to, String token, Instant expires) {
        var now = clock.instant();
        var id = TimeOrderedIds.at(now);
        var letter = MitaJson.mapper().writeValueAsString(new Letter(to.value(), token, expires));
        return sealing.seal(SealedKind.LETTER, id.toString(), letter).flatMap(closed -> database.sql(
                        "insert into identity.outbox_mail (id, user_id, kind, sealed, master_key, created_at)"
                                + " values (:id, :user, :kind, :sealed, :master, :now)")
                .bind("id", id)
                .bind("user", user)
                .bind("kind", KIND)
                .bind("sealed", closed.bytes())
                .bind("master", closed.masterKey())
                .bind("now", now)
                .then());
    }
}
