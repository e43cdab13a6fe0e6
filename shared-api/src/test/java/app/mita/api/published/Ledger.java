package app.mita.api.published;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was ever published: a line for each schema and each of its changes, {@code <SHA-256>  <name and version>}, the
 * oldest first. Lines are only ever added. It is what a deleted schema, or one that was edited by hand, is missed by: a
 * comparison of the records with the files beside them would agree with whatever is there.
 */
final class Ledger {

    static final String FILE = "published.sha256";

    private static final String GAP = "  ";

    private final List<String> lines;

    private Ledger(List<String> lines) {
        this.lines = lines;
    }

    static Ledger read(Path directory) throws IOException {
        var file = directory.resolve(FILE);
        return of(Files.exists(file) ? Files.readString(file) : "");
    }

    static Ledger of(String text) {
        return new Ledger(text.lines().toList());
    }

    /**
     * @param schemas the text of each schema that is there, by name and version
     * @return a line for each that is not what was published last; empty when all are
     */
    List<String> missed(Map<String, String> schemas) {
        var missed = new ArrayList<String>();
        last().forEach((name, hash) -> {
            var text = schemas.get(name);
            if (text == null) {
                missed.add(name + " was published and its schema is gone: take it back from git");
            } else if (!hash(text).equals(hash)) {
                missed.add(name + " is not as it was published: take it back from git and change the record");
            }
        });
        return missed;
    }

    /** With a line more for each schema that is new or has changed. */
    Ledger with(Map<String, String> schemas) {
        var last = last();
        var more = new ArrayList<>(lines);
        new TreeMap<>(schemas).forEach((name, text) -> {
            if (!hash(text).equals(last.get(name))) {
                more.add(hash(text) + GAP + name);
            }
        });
        return new Ledger(more);
    }

    /** Whether nothing but additions were made to an earlier one. */
    boolean continues(Ledger earlier) {
        return lines.size() >= earlier.lines.size()
                && lines.subList(0, earlier.lines.size()).equals(earlier.lines);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private Map<String, String> last() {
        var last = new TreeMap<String, String>();
        for (var line : lines) {
            var parts = line.split(GAP, 2);
            last.put(parts[1], parts[0]);
        }
        return last;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
