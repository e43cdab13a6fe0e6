package app.mita.api.published;

import app.mita.api.analytics.DailySpending;
import app.mita.api.event.EventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** The files of {@code docs/events} that are made from the code: a schema for each type and version, and the document. */
final class Contract {

    static final String ASYNC_API = "asyncapi.yaml";
    static final String SCHEMAS = "schemas";
    static final String DAILY_SPENDING = "DailySpending.v1";

    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            new Separators(null, ':', Spacing.AFTER, ',', Spacing.NONE, "", ',', Spacing.NONE, ""))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private Contract() {}

    /** The text of each committed schema, by name and version. */
    static Map<String, String> committed(Path directory) throws IOException {
        var schemas = new TreeMap<String, String>();
        try (var files = Files.list(directory.resolve(SCHEMAS))) {
            files.forEach(file -> schemas.put(nameOf(file), text(file)));
        }
        return schemas;
    }

    /** Name and version of the schema in a file. */
    static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    static Map<String, JsonNode> read(Map<String, String> texts) {
        var schemas = new TreeMap<String, JsonNode>();
        texts.forEach((name, text) -> schemas.put(name, JSON.readTree(text)));
        return schemas;
    }

    /**
     * The schemas that the records give. Of an event whose version was raised the earlier ones stay as they were: their
     * events are in the topic for ever.
     *
     * @throws IllegalStateException when one of those is not there
     */
    static Map<String, JsonNode> schemas(Comments comments, Map<String, JsonNode> committed) {
        var schemas = new TreeMap<String, JsonNode>();
        for (var event : EventTypes.ALL) {
            var name = EventTypes.nameOf(event);
            var version = EventTypes.versionOf(event);
            for (int earlier = 1; earlier < version; earlier++) {
                var kept = committed.get(name + ".v" + earlier);
                if (kept == null) {
                    throw new IllegalStateException("the schema of " + name + ".v" + earlier + " is gone");
                }
                schemas.put(name + ".v" + earlier, kept);
            }
            schemas.put(name + ".v" + version, RecordSchema.of(event, name, version, comments));
        }
        schemas.put(DAILY_SPENDING, RecordSchema.of(DailySpending.class, "DailySpending", 1, comments));
        return schemas;
    }

    /** The text of each file, by its path in the directory. */
    static Map<String, String> files(Comments comments, Map<String, JsonNode> schemas) {
        var files = new TreeMap<String, String>();
        schemas.forEach((name, schema) -> files.put(SCHEMAS + "/" + name + SUFFIX, text(schema)));
        files.put(
                ASYNC_API,
                "# Generated from the records in shared-api, see CONTRIBUTING.md\n"
                        + YAML.writeValueAsString(AsyncApi.of(comments, schemas))
                                .stripTrailing() + "\n");
        return files;
    }

    static String text(JsonNode schema) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    /** What the directory holds of these files. */
    static Map<String, String> present(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            return paths.filter(
                            path -> path.endsWith(ASYNC_API) || path.toString().endsWith(SUFFIX))
                    .collect(Collectors.toMap(
                            path -> directory.relativize(path).toString().replace('\\', '/'),
                            Contract::text,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    static void write(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory.resolve(SCHEMAS));
        for (var file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
