package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.engine.Repairs;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.operations.Operations;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Events that failed in a projection's live generation, or in one that is being built: to be looked at, tried again, or left
 * out for good. A repair is for both generations.
 */
@Component
public class DeadLetters {

    private static final Pattern PERSONAL = Pattern.compile("enc:v1:[A-Za-z0-9+/=]*");
    private static final Pattern PERSONAL_KEY = Pattern.compile(PERSONAL + "(?=\"\\s*:)");
    private static final String MASK = "(personal)";
    private static final int LONGEST_PAYLOAD = 4000;

    private final DatabaseClient database;
    private final Operations operations;
    private final Repairs repairs;

    DeadLetters(DatabaseClient database, Operations operations, Repairs repairs) {
        this.database = database;
        this.operations = operations;
        this.repairs = repairs;
    }

    /**
     * In the order of positions; what has failed in both generations of a projection is listed once, as of the live one.
     *
     * @param projection null for all
     * @param after      positions up to this are left out
     * @param waiting    whether to list those as well that only wait behind one that failed
     * @param limit      how many; some more when others have failed at the last one's position
     */
    public Mono<List<DeadLetterView>> list(@Nullable String projection, long after, boolean waiting, int limit) {
        var statement =
                database.sql("""
                with letter as (
                  select distinct on (d.position, d.projection) d.*, d.generation = p.live_generation as live
                  from read_model.dead_letter d
                  join read_model.projection p
                    on p.name = d.projection and d.generation in (p.live_generation, p.next_generation)
                  where (cast(:name as text) is null or p.name = :name) and d.position > :after
                    and (:waiting or d.cause is not null)
                  order by d.position, d.projection, d.generation),
                page as (select * from letter order by position fetch first (cast(:limit as int)) rows with ties)
                select d.projection, d.generation, d.live, d.user_id, d.position, d.partition, d.event_id, d.type,
                  d.occurred_at, d.cause, d.payload, d.parked_at,
                  (select count(*) from read_model.dead_letter behind
                   where (behind.projection, behind.generation, behind.user_id) = (d.projection, d.generation, d.user_id)
                     and behind.cause is null and behind.position > d.position)
                from page d order by d.position, d.projection
                """).bind("after", after).bind("waiting", waiting).bind("limit", limit);
        return (projection == null ? statement.bindNull("name", String.class) : statement.bind("name", projection))
                .map(DeadLetters::read)
                .all()
                .collectList();
    }

    /** Applies a user's dead letters again, in order. */
    public Mono<Operation> retry(Deed deed, UUID user) {
        return operations.perform(deed, () -> Standing.locked(database, name(deed))
                .then(Mono.defer(() -> repairs.retry(name(deed), user))));
    }

    /** Applies all dead letters of a projection again, on some node. */
    public Mono<Operation> retryAll(Deed deed) {
        return operations.request(
                deed, () -> Standing.locked(database, name(deed)).then());
    }

    /** Leaves out an event for good, in every generation in which it fails, and applies what waits behind. */
    public Mono<Operation> discard(Deed deed, long position) {
        return operations.perform(
                deed, () -> Standing.locked(database, name(deed)).flatMap(standing -> leaveOut(deed, position)
                        .flatMap(user -> repairs.passOver(standing.name(), standing.next(), user))));
    }

    private Mono<UUID> leaveOut(Deed deed, long position) {
        return database.sql("""
            insert into read_model.discarded (projection, position, user_id, event_id, type, cause, reason, discarded_by)
            select d.projection, d.position, d.user_id, d.event_id, d.type, d.cause, :reason, :operator
            from read_model.dead_letter d
            join read_model.projection p
              on p.name = d.projection and d.generation in (p.live_generation, p.next_generation)
            where p.name = :name and d.position = :position and d.cause is not null
            order by d.generation limit 1
            on conflict (projection, position) do update set reason = excluded.reason
            returning user_id
            """)
                .bind("reason", deed.reason())
                .bind("operator", deed.operator())
                .bind("name", name(deed))
                .bind("position", position)
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .one()
                .switchIfEmpty(Mono.error(() ->
                        new Refused(ErrorCode.NOT_FOUND, "No event at this position has failed in this projection.")));
    }

    private static DeadLetterView read(Readable row) {
        return new DeadLetterView(
                required(row.get(0, String.class)),
                required(row.get(1, Integer.class)),
                required(row.get(2, Boolean.class)),
                required(row.get(3, UUID.class)),
                required(row.get(4, Long.class)),
                required(row.get(5, Integer.class)),
                row.get(6, UUID.class),
                required(row.get(7, String.class)),
                row.get(8, Instant.class),
                hidden(row.get(9, String.class)),
                masked(required(row.get(10, byte[].class))),
                required(row.get(11, Instant.class)),
                required(row.get(12, Long.class)));
    }

    /** Without what is personal, and not without end. Keys have numbers: two with one name would be one to who reads it. */
    public static String masked(byte[] payload) {
        var keys = new ArrayList<String>();
        var named = PERSONAL_KEY
                .matcher(new String(payload, StandardCharsets.UTF_8))
                .replaceAll(key -> {
                    if (!keys.contains(key.group())) {
                        keys.add(key.group());
                    }
                    return "(personal " + (keys.indexOf(key.group()) + 1) + ")";
                });
        var text = PERSONAL.matcher(named).replaceAll(MASK);
        return text.length() <= LONGEST_PAYLOAD ? text : text.substring(0, LONGEST_PAYLOAD) + "…";
    }

    private static @Nullable String hidden(@Nullable String cause) {
        return cause == null ? null : PERSONAL.matcher(cause).replaceAll(MASK);
    }

    private static String name(Deed deed) {
        return required(deed.projection());
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
