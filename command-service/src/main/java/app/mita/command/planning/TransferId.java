package app.mita.command.planning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Names of transfers, made of what they belong to: the same decision gives the same names. They sort by time, and within
 * one rebalance backwards, so that a list of the newest first shows who gave first before who gave next.
 */
final class TransferId {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LAST = 0xFFF;
    /** The golden ratio's bits, as in SplitMix64: near times give far names. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private TransferId() {}

    /**
     * A UUID of version 8 (RFC 9562).
     *
     * @param nth of the transfers of one rebalance, from 0; a month has far fewer than 4,096 categories
     */
    static UUID of(UUID transaction, Instant at, int nth) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        var name = transaction.getMostSignificantBits() ^ transaction.getLeastSignificantBits() ^ micros * SPREAD;
        return new UUID(at.toEpochMilli() << 16 | VERSION_8 | LAST - nth & LAST, name >>> 2 | VARIANT);
    }
}
