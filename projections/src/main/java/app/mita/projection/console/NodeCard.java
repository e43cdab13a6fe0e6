package app.mita.projection.console;

import app.mita.projection.operations.Instances.Instance;
import app.mita.projection.operations.Instances.Share;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node in words.
 *
 * @param versions of the code, for each read model that it can fold
 * @param moves    projections and, of each, the partitions
 * @param failure  the last; null when there was none
 */
record NodeCard(
        String id,
        String seen,
        String versions,
        String moves,
        String lag,
        String rate,
        @Nullable String failure) {

    static NodeCard of(Instance node, Instant now) {
        return new NodeCard(
                node.id(),
                Words.ago(node.seenAt(), now),
                node.versions().entrySet().stream()
                        .map(model -> model.getKey() + " " + model.getValue())
                        .collect(Collectors.joining(", ")),
                node.shares().isEmpty() ? "nothing right now" : moves(node.shares()),
                Words.number(node.shares().stream().mapToLong(Share::lagEvents).sum()),
                Words.rate(node.shares().stream().mapToDouble(Share::rate).sum()),
                node.failure());
    }

    /** Projections together that are moved in as many partitions: mostly all of them. */
    private static String moves(List<Share> shares) {
        return shares.stream()
                .collect(Collectors.groupingBy(
                        Share::partitions,
                        TreeMap::new,
                        Collectors.mapping(Share::projection, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(alike -> alike.getValue() + " in " + Words.count(alike.getKey(), "partition"))
                .collect(Collectors.joining("; "));
    }

    /** Changes when nodes come or go. */
    static String mark(List<NodeCard> nodes) {
        return nodes.stream().map(NodeCard::id).collect(Collectors.joining("."));
    }

    static String said(List<NodeCard> nodes) {
        return Words.count(nodes.size(), "node") + (nodes.size() == 1 ? " runs" : " run") + " projections";
    }
}
