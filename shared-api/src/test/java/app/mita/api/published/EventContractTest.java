package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed contract is what the records give, and no change of it breaks a consumer. With {@code
 * -Devents.regenerate=true} the files are written anew first, unless that would break somebody.
 */
class EventContractTest {

    private static final Path DIRECTORY = Path.of("..", "docs", "events");
    private static final String REGENERATE =
            "./mvnw -pl shared-api test -Dtest=EventContractTest -Devents.regenerate=true";

    private static Comments comments;
    private static Ledger ledger;
    private static Map<String, String> committed;
    private static Map<String, JsonNode> schemas;
    private static List<String> breaks;

    @BeforeAll
    static void regenerateWhenAsked() throws Exception {
        Files.createDirectories(DIRECTORY.resolve(Contract.SCHEMAS));
        comments = Comments.in(Path.of("src", "main", "java"));
        ledger = Ledger.read(DIRECTORY);
        committed = Contract.committed(DIRECTORY);
        schemas = Contract.schemas(comments, Contract.read(committed));
        breaks = breaks();
        if (Boolean.getBoolean("events.regenerate") && breaks.isEmpty()) {
            var texts = new TreeMap<String, String>();
            schemas.forEach((name, schema) -> texts.put(name, Contract.text(schema)));
            Contract.write(DIRECTORY, Contract.files(comments, schemas));
            ledger = ledger.with(texts);
            Files.writeString(DIRECTORY.resolve(Ledger.FILE), ledger.text());
            committed = Contract.committed(DIRECTORY);
        }
    }

    /** Against what is here, then against what was committed before, whatever has been done to what is here. */
    private static List<String> breaks() throws Exception {
        var breaks = new ArrayList<>(ledger.missed(committed));
        breaks.addAll(Compatibility.breaks(Contract.read(committed), schemas));
        for (var earlier : History.of(DIRECTORY)) {
            Compatibility.breaks(Contract.read(earlier.schemas()), schemas)
                    .forEach(one -> breaks.add("since commit " + earlier.commit() + ": " + one));
            if (!ledger.continues(earlier.ledger())) {
                breaks.add(Ledger.FILE + " lost or changed a line since commit " + earlier.commit());
            }
        }
        return breaks;
    }

    @Test
    void noConsumerOfThePublishedSchemasBreaks() {
        assertThat(breaks)
                .as("events are for ever: add fields that may be absent, or raise the version in @EventType")
                .isEmpty();
    }

    @Test
    void everySchemaIsInTheLedger() {
        assertThat(ledger.with(committed).text())
                .as(Ledger.FILE + "; to bring it up to date: " + REGENERATE)
                .isEqualTo(ledger.text());
    }

    @Test
    void theCommittedFilesAreWhatTheRecordsGive() throws IOException {
        assertThat(Contract.present(DIRECTORY))
                .as("docs/events; to bring it up to date: " + REGENERATE)
                .isEqualTo(Contract.files(comments, schemas));
    }

    @Test
    void everyTypeAndHeaderSaysWhatItIs() {
        schemas.forEach((name, schema) ->
                assertThat(schema.path("description").asString("")).as(name).isNotBlank());
        AsyncApi.of(comments, schemas)
                .path("components")
                .path("schemas")
                .path("cloudEvent")
                .path("properties")
                .properties()
                .forEach(header -> assertThat(
                                header.getValue().path("description").asString(""))
                        .as(header.getKey())
                        .isNotBlank());
    }

    @Test
    void everySchemaIsOneByTheRulesOfJsonSchema() {
        var rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        schemas.forEach(
                (name, schema) -> assertThat(rules.validate(schema)).as(name).isEmpty());
    }

    @Test
    void theDocumentIsOneByTheRulesOfAsyncApi() throws IOException {
        try (var rules = EventContractTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(rules);
            var document = AsyncApi.of(comments, schemas);
            assertThat(schema.validate(document)).isEmpty();
            assertThat(schema.validate(((ObjectNode) document.deepCopy()).put("channels", "none")))
                    .isNotEmpty();
        }
    }
}
