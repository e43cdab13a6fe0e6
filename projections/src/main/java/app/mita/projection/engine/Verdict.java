package app.mita.projection.engine;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param events       folded again
 * @param documents    that the fold comes to
 * @param liveDocuments that there are
 * @param hash         over all documents of the fold with their places and positions, in hexadecimal; the order does not
 *     matter
 * @param liveHash     the same over the live documents
 * @param differences  how many
 * @param first        some of them
 */
public record Verdict(
        long users,
        long events,
        long documents,
        long liveDocuments,
        String hash,
        String liveHash,
        long differences,
        List<Difference> first) {

    static final int SHOWN = 20;
    static final Verdict NOTHING = new Verdict(0, 0, 0, 0, hex(0), hex(0), 0, List.of());

    /**
     * A document that is not what the fold comes to. Never shows a text of it: that could be personal.
     *
     * @param kind         {@code missing}, {@code unexpected}, {@code document} or {@code position}
     * @param position     of the last event in the fold's document; null when there is none
     * @param livePosition the same of the live document
     * @param path         JSON pointer to the first place where they differ; null when one is missing
     */
    public record Difference(
            UUID userId,
            String key,
            String kind,
            @Nullable Long position,
            @Nullable Long livePosition,
            @Nullable String path) {}

    public boolean same() {
        return differences == 0;
    }

    Verdict plus(Verdict other) {
        return new Verdict(
                users + other.users,
                events + other.events,
                documents + other.documents,
                liveDocuments + other.liveDocuments,
                hex(number(hash) ^ number(other.hash)),
                hex(number(liveHash) ^ number(other.liveHash)),
                differences + other.differences,
                Stream.concat(first.stream(), other.first.stream()).limit(SHOWN).toList());
    }

    static String hex(long hash) {
        return "%016x".formatted(hash);
    }

    private static long number(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }
}
