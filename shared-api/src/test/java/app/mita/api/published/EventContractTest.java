package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The committed contract is what the records give, and no change of it breaks a consumer. With {@code
 * -Devents.regenerate=true} the files are written anew first, unless that would break somebody.
 */
class EventContractTest {

    private static final Path DIRECTORY = Path.of("..", "docs", "events");
    private static final String REGENERATE =
            "./mvnw -pl shared-api test -Dtest=EventContractTest -Devents.regenerate=true";

    private static Comments comments;
    private static Map<String, JsonNode> committed;
    private static Map<String, JsonNode> schemas;

    @BeforeAll
    static void regenerateWhenAsked() throws IOException {
        Files.createDirectories(DIRECTORY.resolve(Contract.SCHEMAS));
        comments = Comments.in(Path.of("src", "main", "java"));
        committed = Contract.committed(DIRECTORY);
        schemas = Contract.schemas(comments, committed);
        if (Boolean.getBoolean("events.regenerate")
                && Compatibility.breaks(committed, schemas).isEmpty()) {
            Contract.write(DIRECTORY, Contract.files(comments, schemas));
        }
    }

    @Test
    void noConsumerOfThePublishedSchemasBreaks() {
        assertThat(Compatibility.breaks(committed, schemas))
                .as("events are for ever: add fields that may be absent, or raise the version in @EventType")
                .isEmpty();
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
}
