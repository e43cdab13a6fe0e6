package app.mita.standalone;

import app.mita.runtime.personal.MasterKey;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What only this installation knows, made at its first start and kept in the data directory, readable for its owner
 * alone. Losing it is losing the personal data: it belongs into every backup.
 *
 * @param masterKey         32 bytes in base64: wraps the users' own keys
 * @param previousMasterKey the one before, as long as something may rest on it; null otherwise
 * @param databasePassword  of all database roles of the embedded PostgreSQL
 * @param opsToken          lets an operator's commands in
 * @param metricsToken      lets Prometheus in
 */
record Secrets(
        String masterKey,
        @Nullable String previousMasterKey,
        String databasePassword,
        String opsToken,
        String metricsToken) {

    private static final String FILE = "secrets.properties";
    private static final String MASTER_KEY = "master-key";
    private static final String PREVIOUS_MASTER_KEY = "previous-master-key";
    private static final String DATABASE_PASSWORD = "database-password";
    private static final String OPS_TOKEN = "ops-token";
    private static final String METRICS_TOKEN = "metrics-token";
    private static final int BYTES = 32;

    /** Those of the directory; made when it is new. */
    static Secrets of(DataDirectory data) {
        var file = data.root().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                if (Files.exists(data.postgres())) {
                    throw new OperatorError("There is data in " + data.root() + " but no " + FILE
                            + ": restore it from a backup, without it the personal data cannot be read");
                }
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw new OperatorError("Cannot use " + file + ": " + Causes.words(e));
        }
    }

    /**
     * Reads those of a directory that another process uses.
     *
     * @throws OperatorError when this user may not
     */
    static Secrets readIn(Path root) {
        var file = root.resolve(FILE);
        try {
            return read(file);
        } catch (IOException e) {
            throw new OperatorError("Cannot read " + file + ": " + Causes.words(e));
        }
    }

    /**
     * Makes a new master key and keeps the one before.
     *
     * @return what the next start finds
     * @throws OperatorError when there is nothing there yet, or when something may still rest on an even older key
     */
    static Secrets rotateIn(Path root) {
        return change(root, values -> {
            if (values.containsKey(PREVIOUS_MASTER_KEY)) {
                throw new OperatorError(
                        "The last change of the master key is not complete; ./mita keys rewrap completes it");
            }
            values.put(PREVIOUS_MASTER_KEY, values.get(MASTER_KEY));
            values.put(MASTER_KEY, newMasterKey());
        });
    }

    /**
     * Forgets the previous master key, once everything rests on the current one.
     *
     * @param id of the key that everything rests on; nothing changes when the current one is another
     * @return whether there was a previous one
     */
    static boolean forgetPreviousIn(Path root, String id) {
        var before = readIn(root);
        if (before.previousMasterKey == null
                || !MasterKey.of(before.masterKey).id().equals(id)) {
            return false;
        }
        change(root, values -> values.remove(PREVIOUS_MASTER_KEY));
        return true;
    }

    private static Secrets change(Path root, Consumer<Map<String, String>> change) {
        var file = root.resolve(FILE);
        if (!Files.exists(file)) {
            throw new OperatorError("There is no MITA in " + root + ": it has no " + FILE);
        }
        try {
            var values = values(file);
            required(values, MASTER_KEY, file);
            change.accept(values);
            write(values, file);
            return read(file);
        } catch (IOException e) {
            throw new OperatorError("Cannot change " + file + ": " + Causes.words(e));
        }
    }

    private static Map<String, String> values(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        var values = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static Secrets read(Path file) throws IOException {
        var values = values(file);
        return new Secrets(
                required(values, MASTER_KEY, file),
                values.get(PREVIOUS_MASTER_KEY),
                required(values, DATABASE_PASSWORD, file),
                required(values, OPS_TOKEN, file),
                required(values, METRICS_TOKEN, file));
    }

    private static String required(Map<String, String> values, String name, Path file) {
        var value = values.get(name);
        if (value == null) {
            throw new OperatorError(file + " lacks " + name);
        }
        return value;
    }

    private static void create(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        values.put(MASTER_KEY, newMasterKey());
        for (var word : List.of(DATABASE_PASSWORD, OPS_TOKEN, METRICS_TOKEN)) {
            values.put(word, Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes()));
        }
        write(values, file);
    }

    private static String newMasterKey() {
        return Base64.getEncoder().encodeToString(randomBytes());
    }

    /** Complete and on the disk before it has its name: data must never meet secrets that a crash took half of. */
    private static void write(Map<String, String> values, Path file) throws IOException {
        var text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        var unfinished = file.resolveSibling(FILE + ".unfinished");
        Files.deleteIfExists(unfinished);
        Set<StandardOpenOption> anew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(unfinished, anew, ownerAlone)) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static byte[] randomBytes() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** Never the secrets themselves. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
