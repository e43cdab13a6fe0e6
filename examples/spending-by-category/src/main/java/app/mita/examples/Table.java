package app.mita.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Sums by category, and the places of the last events in them: both are in the file, or neither. */
final class Table {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TreeMap<String, Row> rows;
    private final TreeMap<Integer, Place> places;

    record Row(long count, BigDecimal total) {}

    private record Saved(TreeMap<String, Row> rows, TreeMap<Integer, Place> places) {}

    private Table(Saved saved) {
        this.rows = saved.rows;
        this.places = saved.places;
    }

    static Table load(Path file) {
        return new Table(
                Files.exists(file) ? JSON.readValue(file, Saved.class) : new Saved(new TreeMap<>(), new TreeMap<>()));
    }

    /** Of the last event by partition; none at first. */
    Map<Integer, Place> places() {
        return places;
    }

    /** Positions only grow in a partition: what is not above the last one has been counted. */
    boolean counts(int partition, Place place) {
        var last = places.get(partition);
        return place.position() <= (last == null ? 0 : last.position());
    }

    void moveTo(int partition, Place place) {
        places.put(partition, place);
    }

    void add(String category, int count, BigDecimal amount) {
        var row = rows.getOrDefault(category, new Row(0, BigDecimal.ZERO));
        var sum = new Row(row.count + count, row.total.add(amount));
        if (sum.count == 0) {
            rows.remove(category);
        } else {
            rows.put(category, sum);
        }
    }

    /** Written beside the old one and on the disk before it takes its place: a kill leaves one of the two. */
    void save(Path file) throws IOException {
        var unfinished = Path.of(file + ".unfinished");
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(new Saved(rows, places)));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%-20s %8s %14s%n".formatted("category", "count", "total"));
        rows.forEach((category, row) ->
                text.append("%-20s %8d %14s%n".formatted(category, row.count, row.total.toPlainString())));
        return text.append(System.lineSeparator()).toString();
    }
}
