package app.mita.standalone;

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
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What only this installation knows, made at its first start and kept in the data directory, readable for its owner
 * alone. Losing it is losing the personal data: it belongs into every backup.
 *
 * @param masterKey        32 bytes in base64: wraps the users' own keys
 * @param databasePassword of all database roles of the embedded PostgreSQL
 * @param opsToken         lets an operator's commands in
 * @param metricsToken     lets Prometheus in
 */
record Secrets(String masterKey, String databasePassword, String opsToken, String metricsToken) {

    private static final String FILE = "secrets.properties";
    private static final String MASTER_KEY = "master-key";
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

    private static Secrets read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Secrets(
                required(properties, MASTER_KEY, file),
                required(properties, DATABASE_PASSWORD, file),
                required(properties, OPS_TOKEN, file),
                required(properties, METRICS_TOKEN, file));
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new OperatorError(file + " lacks " + name);
        }
        return value;
    }

    /** Complete and on the disk before it has its name: data must never meet secrets that a crash took half of. */
    private static void create(Path file) throws IOException {
        var random = new SecureRandom();
        var values = new TreeMap<String, String>();
        values.put(MASTER_KEY, Base64.getEncoder().encodeToString(bytes(random)));
        for (var word : List.of(DATABASE_PASSWORD, OPS_TOKEN, METRICS_TOKEN)) {
            values.put(word, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random)));
        }
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

    private static byte[] bytes(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Never the secrets themselves. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
