package app.mita.projection.engine;

import app.mita.runtime.personal.PersonalKeys;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One user's documents as they were at a position of the log: the user's events folded up to there, in memory, by the
 * very fold that keeps the documents. Nothing is stored. Each personal text is replaced by a mark before it is folded;
 * the same text has the same mark for as long as the process runs, so what is counted or sorted by it still is.
 */
@Component
public class AsOf {

    private static final String ALGORITHM = "HmacSHA256";
    /** Enough that two names in a plan do not become one. */
    private static final int MARK_BYTES = 4;

    private final DiscardedEvents discarded;
    private final Models models;
    private final UserReader log;
    private final SecretKeySpec markKey;

    AsOf(DatabaseClient database, Models models, PersonalKeys keys, EventReader reader) {
        this.discarded = new DiscardedEvents(database);
        this.models = models;
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.markKey = new SecretKeySpec(random, ALGORITHM);
        this.log =
                new UserReader(database, keys, (arrival, key) -> reader.read(arrival, key, event -> true, this::mark));
    }

    /**
     * The user's documents of one read model.
     *
     * @param events    folded
     * @param documents how many there were
     * @param shown     some of them, the last changed first
     * @param failure   why an event could not be folded; null when all could. From that event on nothing was
     * @param failedAt  its position; 0 when there is none
     */
    public record Past(
            long events,
            int documents,
            List<Document> shown,
            @Nullable String failure,
            long failedAt) {}

    /**
     * A document.
     *
     * @param position of the last event in it
     */
    public record Document(String key, String json, long position) {}

    /**
     * @param until inclusive; may lie beyond the end of the log
     * @param most  documents to show
     * @return fails with NOT_FOUND for an unknown model, with CONFLICT when this node's code is of another version
     */
    public Mono<Past> documents(String model, UUID user, long until, int most) {
        return models.live(model).flatMap(projection -> discarded.of(projection).flatMap(passedOver -> {
            var fold = new UserFold(projection, user, passedOver, Set.of());
            return log.read(fold, until).then(Mono.fromSupplier(() -> past(fold, most)));
        }));
    }

    private static Past past(UserFold fold, int most) {
        var failed =
                fold.letters().stream().filter(letter -> letter.cause() != null).findFirst();
        return new Past(
                fold.events(),
                fold.documents().size(),
                fold.documents().entrySet().stream()
                        .sorted(Comparator.comparingLong((Map.Entry<String, UserFold.Folded> entry) ->
                                        -entry.getValue().position())
                                .thenComparing(Map.Entry::getKey))
                        .limit(most)
                        .map(entry -> new Document(
                                entry.getKey(),
                                fold.projection().write(entry.getValue().document()),
                                entry.getValue().position()))
                        .toList(),
                failed.map(DeadLetter::cause).orElse(null),
                failed.map(letter -> letter.arrival().position()).orElse(0L));
    }

    private String mark(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(markKey);
            var hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return "(personal " + HexFormat.of().formatHex(hash, 0, MARK_BYTES) + ")";
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
