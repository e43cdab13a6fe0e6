package app.mita.command.identity.token;

import app.mita.runtime.personal.SealedKind;
import app.mita.runtime.personal.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The keys that sign our tokens, shared by all nodes through the database. The newest that every node has had time to
 * publish signs; all are published. To rotate, set {@code retired_at} of the current one: the next reading makes
 * another, and until that is known everywhere the retired one signs on. Delete a retired key once its last refresh
 * token has ended.
 */
@Component
final class SigningKeys {

    /** Another node's new key is known here at the latest after this. */
    private static final Duration REFRESH = Duration.ofSeconds(30);
    /** A new key signs from then on, unless it is the only one. */
    private static final Duration PUBLISHED_AFTER = REFRESH.multipliedBy(2);
    /** Two nodes must not both make the first key: the advisory lock's name. */
    private static final long MAKING = 0x6d697461_6b657973L;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Sealing sealing;
    private final Clock clock;
    private final Mono<List<SigningKey>> recent;

    SigningKeys(DatabaseClient database, TransactionalOperator transaction, Sealing sealing, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.sealing = sealing;
        this.clock = clock;
        this.recent =
                Mono.defer(this::loadOrMake).cache(keys -> REFRESH, failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The signing one first; never empty. */
    Mono<List<SigningKey>> all() {
        return recent;
    }

    private Mono<List<SigningKey>> loadOrMake() {
        return load().flatMap(stored -> stored.hasSigner() ? Mono.just(stored) : make().then(Mono.defer(this::load)))
                .map(Stored::keys);
    }

    private Mono<Stored> load() {
        return database.sql("select kid, sealed_private, retired_at is null as signs from identity.signing_key"
                        + " order by (retired_at is null and created_at <= :published) desc,"
                        + " coalesce(retired_at > :published, false) desc, signs desc, created_at desc, kid")
                .bind("published", clock.instant().minus(PUBLISHED_AFTER))
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("kid", String.class)),
                        Objects.requireNonNull(row.get("sealed_private", byte[].class)),
                        Boolean.TRUE.equals(row.get("signs", Boolean.class))))
                .all()
                .collectList()
                .map(rows -> new Stored(
                        rows.stream()
                                .map(row ->
                                        SigningKey.parse(sealing.open(SealedKind.SIGNING_KEY, row.kid(), row.sealed())))
                                .toList(),
                        rows.stream().anyMatch(Row::signs)));
    }

    private Mono<Void> make() {
        var key = SigningKey.generate();
        return sealing.seal(SealedKind.SIGNING_KEY, key.kid(), key.pair().toJSONString())
                .flatMap(made -> store(key, made));
    }

    private Mono<Void> store(SigningKey key, Sealing.Sealed sealed) {
        return database.sql("select pg_advisory_xact_lock(:making)")
                .bind("making", MAKING)
                .then()
                .then(database.sql("insert into identity.signing_key"
                                + " (kid, public_key, sealed_private, master_key, created_at)"
                                + " select :kid, :public, :private, :master, :now where not exists"
                                + " (select from identity.signing_key where retired_at is null)")
                        .bind("kid", key.kid())
                        .bind("public", key.pair().toPublicJWK().toJSONString())
                        .bind("private", sealed.bytes())
                        .bind("master", sealed.masterKey())
                        .bind("now", clock.instant())
                        .then())
                .as(transaction::transactional);
    }

    private record Row(String kid, byte[] sealed, boolean signs) {}

    private record Stored(List<SigningKey> keys, boolean hasSigner) {}
}
