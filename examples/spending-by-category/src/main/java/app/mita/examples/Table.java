package app.mita.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Sums by category, and the offsets that they were made from: both are in the file, or neither. */
final class Table {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TreeMap<String, Row> rows;
    private final TreeMap<Integer, Long> offsets;

    record Row(long count, BigDecimal total) {}

    private record Saved(TreeMap<String, Row> rows, TreeMap<Integer, Long> offsets) {}

    private Table(Saved saved) {
        this.rows = saved.rows;
        this.offsets = saved.offsets;
    }

    static Table load(Path file) {
        return new Table(
                Files.exists(file) ? JSON.readValue(file, Saved.class) : new Saved(new TreeMap<>(), new TreeMap<>()));
    }

    /** Of the next event in a partition; 0 at first. */
    long offset(int partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    void moveTo(int partition, long offset) {
        offsets.put(partition, offset);
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
            var bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(new Saved(rows, offsets)));
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
