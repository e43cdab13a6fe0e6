package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each kind of change on a small schema: what breaks a consumer is found, what does not passes. */
class CompatibilityTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = """
            {"type": "object",
             "description": "Money was spent.",
             "properties": {
               "user_id": {"type": "string", "format": "uuid"},
               "amount": {"$ref": "#/$defs/Money"},
               "note": {"type": ["string", "null"]},
               "goal": {"anyOf": [{"$ref": "#/$defs/Goal"}, {"type": "null"}]},
               "tags": {"type": "array", "items": {"type": "string"}},
               "planned": {"type": "object", "propertyNames": {"type": "string", "format": "date"},
                           "additionalProperties": {"$ref": "#/$defs/Money"}},
               "by_word": {"type": "object", "propertyNames": {"$ref": "#/$defs/Word"},
                           "additionalProperties": {"$ref": "#/$defs/Money"}}},
             "required": ["user_id", "amount", "tags", "planned"],
             "$defs": {
               "Money": {"type": "number"},
               "Word": {"type": "string", "enum": ["food", "gas"]},
               "Goal": {"type": "object", "properties": {"kind": {"enum": ["trip", "car"], "type": "string"}},
                        "required": ["kind"]}}}
            """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            remove  | /properties/note                         |                              | Spent.v1.note is gone
            remove  | /$defs/Goal/properties/kind              |                              | Spent.v1.goal.kind is gone
            rename  | /properties/amount                       | sum                          | Spent.v1.amount is gone
            rename  | /properties/user_id                      | user                         | Spent.v1.user is new and required: what was published before lacks it
            replace | /properties/user_id/type                 | "integer"                    | Spent.v1.user_id was [string] and is [integer]
            replace | /properties/user_id/format               | "email"                      | Spent.v1.user_id has another format
            remove  | /properties/user_id/format               |                              | Spent.v1.user_id has another format
            replace | /$defs/Money/type                        | "string"                     | Spent.v1.amount was [number] and is [string]
            replace | /properties/amount                       | {"$ref": "#/$defs/Goal"}     | Spent.v1.amount was [number] and is [object]
            replace | /properties/tags/items/type              | "integer"                    | Spent.v1.tags[] was [string] and is [integer]
            replace | /properties/planned/additionalProperties | {"type": "string"}           | Spent.v1.planned.* was [number] and is [string]
            remove  | /properties/planned/propertyNames        |                              | Spent.v1.planned keys has another shape
            replace | /properties/planned/propertyNames/format | "uuid"                       | Spent.v1.planned keys has another format
            replace | /$defs/Word/enum                         | ["food"]                     | Spent.v1.by_word keys lost the word gas
            replace | /properties/tags/type                    | ["array", "null"]            | Spent.v1.tags may be null now
            replace | /properties/note/type                    | "string"                     | Spent.v1.note may not be null any more
            replace | /required                                | ["user_id", "tags", "planned"] | Spent.v1.amount may be absent now
            replace | /required                                | ["user_id", "amount", "tags", "planned", "note"] | Spent.v1.note is required now
            replace | /$defs/Goal/properties/kind/enum         | ["trip"]                     | Spent.v1.goal.kind lost the word car
            remove  | /$defs/Goal/properties/kind/enum         |                              | Spent.v1.goal.kind may be any word now
            """)
    void whatBreaksAConsumerIsFound(String change, String at, String value, String expected) {
        assertThat(breaks(schema -> change(schema, change, at, value))).contains(expected);
    }

    @Test
    void aNewFieldThatOlderEventsLackMustNotBeRequired() {
        assertThat(breaks(schema -> {
                    object(schema, "/properties").putObject("place").put("type", "string");
                    ((ArrayNode) schema.path("required")).add("place");
                }))
                .containsExactly("Spent.v1.place is new and required: what was published before lacks it");
    }

    @Test
    void anEventMayNotGo() {
        assertThat(Compatibility.breaks(Map.of("Spent.v1", JSON.readTree(SCHEMA)), Map.of()))
                .containsExactly("Spent.v1 is gone");
    }

    @Test
    void whatMayBeAbsentMayCome() {
        assertThat(breaks(schema -> {
                    object(schema, "/properties")
                            .putObject("place")
                            .putArray("type")
                            .add("string")
                            .add("null");
                    ((ArrayNode) schema.at("/$defs/Goal/properties/kind/enum")).add("house");
                    ((ArrayNode) schema.at("/$defs/Word/enum")).add("rent");
                    object(schema, "/$defs/Goal/properties").putObject("name").put("type", "string");
                    schema.put("description", "Money was spent, in other words.");
                }))
                .isEmpty();
    }

    @Test
    void anotherEventAndAnotherVersionMayCome() {
        var schema = JSON.readTree(SCHEMA);
        assertThat(Compatibility.breaks(
                        Map.of("Spent.v1", schema),
                        Map.of("Spent.v1", schema, "Spent.v2", JSON.createObjectNode(), "Earned.v1", schema)))
                .isEmpty();
    }

    private static Iterable<String> breaks(Consumer<ObjectNode> change) {
        var changed = (ObjectNode) JSON.readTree(SCHEMA);
        change.accept(changed);
        return Compatibility.breaks(
                Map.<String, JsonNode>of("Spent.v1", JSON.readTree(SCHEMA)),
                Map.<String, JsonNode>of("Spent.v1", changed));
    }

    private static void change(ObjectNode schema, String change, String at, String value) {
        var parent = object(schema, at.substring(0, at.lastIndexOf('/')));
        var name = at.substring(at.lastIndexOf('/') + 1);
        switch (change) {
            case "remove" -> parent.remove(name);
            case "replace" -> parent.set(name, JSON.readTree(value));
            case "rename" -> {
                parent.set(value, parent.remove(name));
                var required = (ArrayNode) schema.path("required");
                for (int i = 0; i < required.size(); i++) {
                    if (required.path(i).asString().equals(name)) {
                        required.set(i, value);
                    }
                }
            }
            default -> throw new IllegalArgumentException(change);
        }
    }

    private static ObjectNode object(ObjectNode schema, String at) {
        return at.isEmpty() ? schema : (ObjectNode) schema.at(at);
    }
}
