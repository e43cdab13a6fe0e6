package app.mita.command.transactions;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.eventstore.TimeOrderedIds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a transaction to record, and where it comes from: with a client's own id or key, a repetition has it too. */
public record TransactionId(UUID value, Source source) {

    enum Source {
        /** Nobody can repeat it. */
        OURS,
        /** The client's own id for the transaction. */
        CLIENT,
        /** Header Idempotency-Key. */
        KEY
    }

    private static final int LONGEST_KEY = 255;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /**
     * A client that names the transaction itself has its name kept; else the key decides, else we do.
     *
     * @throws Refused INVALID_VALUE for a key that is too long
     */
    public static TransactionId of(UUID user, @Nullable UUID own, @Nullable String idempotencyKey, Instant now) {
        if (own != null) {
            return new TransactionId(own, Source.CLIENT);
        }
        return Optional.ofNullable(idempotencyKey)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> new TransactionId(fromKey(user, key), Source.KEY))
                .orElseGet(() -> new TransactionId(TimeOrderedIds.at(now), Source.OURS));
    }

    /** The refusal of a repetition that says something else. */
    Refused reused() {
        return source == Source.KEY
                ? new Refused(ErrorCode.INVALID_VALUE, "This Idempotency-Key was used for another transaction.")
                : new Refused(ErrorCode.CONFLICT, "There is another transaction with this id.");
    }

    /** A UUID of version 8 (RFC 9562): the same for the same user and key, and no other. */
    private static UUID fromKey(UUID user, String key) {
        if (key.length() > LONGEST_KEY) {
            throw new Refused(ErrorCode.INVALID_VALUE, "An Idempotency-Key has at most 255 characters.");
        }
        var name = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name);
            var hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xF000L | VERSION_8, hash.getLong() >>> 2 | VARIANT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
