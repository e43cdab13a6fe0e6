package app.mita.api.published;

import app.mita.api.event.ClearWords;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of a record as events write it: snake_case, what is not nullable is required, money a
 * decimal number, personal text encrypted. Objects stay open, so that a later field does not break who validates.
 *
 * <p>By hand and not by a library: a record has no other shape than this, and the schema says all of it. That the
 * schema is what the writers write is tested where they write, in the whole system.
 */
final class RecordSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);

    private final Comments comments;
    private final Map<String, ObjectNode> shared = new TreeMap<>();

    private RecordSchema(Comments comments) {
        this.comments = comments;
    }

    static ObjectNode of(Class<?> record, String name, int version, Comments comments) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:mita:" + name + ":v" + version);
        schema.put("$comment", "Generated from " + record.getName() + ", see CONTRIBUTING.md");
        schema.put("title", name + ".v" + version);
        var one = new RecordSchema(comments);
        one.describe(record, schema);
        if (!one.shared.isEmpty()) {
            var definitions = schema.putObject("$defs");
            one.shared.forEach(definitions::set);
        }
        return schema;
    }

    private void describe(Class<?> record, ObjectNode schema) {
        put(schema, comments.of(record));
        schema.put("type", "object");
        var properties = schema.putObject("properties");
        var required = JSON.createArrayNode();
        for (var component : record.getRecordComponents()) {
            var name = nameOf(component);
            var property = component.isAnnotationPresent(ClearWords.class)
                    ? partlyClear(component.getAnnotatedType())
                    : typed(component.getAnnotatedType());
            put(property, describe(component));
            properties.set(name, property);
            if (!isNullable(component.getAnnotatedType())) {
                required.add(name);
            }
        }
        schema.set("required", required);
    }

    /** The record's own words, or those of the interface that asks for the component, and what is encrypted of it. */
    private @Nullable String describe(RecordComponent component) {
        var record = component.getDeclaringRecord();
        var said = Stream.concat(Stream.of(record), Arrays.stream(record.getInterfaces()))
                .map(type -> comments.of(type, component.getName()))
                .filter(Objects::nonNull)
                .findFirst();
        var marked = component.getAnnotation(ClearWords.class);
        if (marked == null) {
            return said.orElse(null);
        }
        var isText = component.getType() == PersonalText.class;
        var isMap = Map.class.isAssignableFrom(component.getType());
        var sealed = (isMap ? "keys are " : "") + "encrypted like a PersonalText"
                + (isText ? "" : ", alike in all events of the user,")
                + (marked.value() == Vocabulary.NONE
                        ? ""
                        : " unless of the app's words: "
                                + comments.of(Vocabulary.class, marked.value().name()));
        return said.map(comment -> comment + "; " + sealed).orElse(sealed);
    }

    /** A text that is encrypted or one of the app's words: no pattern fits both, nor what earlier events have. */
    private ObjectNode partlyClear(AnnotatedType type) {
        return raw(type.getType()) == PersonalText.class ? kind(JSON.createObjectNode(), "string", type) : typed(type);
    }

    private ObjectNode typed(AnnotatedType type) {
        var schema = JSON.createObjectNode();
        var raw = raw(type.getType());
        if (isShared(raw)) {
            var reference = "#/$defs/" + define(raw);
            if (!isNullable(type)) {
                return schema.put("$ref", reference);
            }
            schema.putArray("anyOf").addObject().put("$ref", reference);
            ((ArrayNode) schema.get("anyOf")).addObject().put("type", "null");
            return schema;
        }
        if (List.class.isAssignableFrom(raw)) {
            kind(schema, "array", type).set("items", typed(argument(type, 0)));
        } else if (Map.class.isAssignableFrom(raw)) {
            kind(schema, "object", type);
            if (raw(argument(type, 0).getType()) != String.class) {
                schema.set("propertyNames", typed(argument(type, 0)));
            }
            schema.set("additionalProperties", typed(argument(type, 1)));
        } else {
            scalar(schema, raw, type);
        }
        return schema;
    }

    private static void scalar(ObjectNode schema, Class<?> raw, AnnotatedType type) {
        if (WHOLE.contains(raw)) {
            kind(schema, "integer", type);
        } else if (raw == boolean.class || raw == Boolean.class) {
            kind(schema, "boolean", type);
        } else if (raw == BigDecimal.class) {
            kind(schema, "number", type);
        } else if (raw == String.class) {
            kind(schema, "string", type);
        } else if (raw == UUID.class) {
            kind(schema, "string", type).put("format", "uuid");
        } else if (raw == Instant.class) {
            kind(schema, "string", type).put("format", "date-time");
        } else if (raw == LocalDate.class) {
            kind(schema, "string", type).put("format", "date");
        } else if (raw == YearMonth.class) {
            kind(schema, "string", type).put("pattern", "^[0-9]{4}-[0-9]{2}$");
        } else {
            throw new IllegalArgumentException("no schema for " + raw + "; say here how it is written");
        }
    }

    private static ObjectNode kind(ObjectNode schema, String kind, AnnotatedType type) {
        if (isNullable(type)) {
            schema.putArray("type").add(kind).add("null");
        } else {
            schema.put("type", kind);
        }
        return schema;
    }

    private static boolean isShared(Class<?> type) {
        return type.isRecord() || type.isEnum() || type == PersonalText.class;
    }

    private String define(Class<?> type) {
        var name = type.getSimpleName();
        if (!shared.containsKey(name)) {
            var schema = JSON.createObjectNode();
            shared.put(name, schema);
            if (type == Money.class) {
                put(schema, comments.of(type));
                schema.put("type", "number");
            } else if (type == PersonalText.class) {
                put(schema, comments.of(type));
                schema.put("type", "string").put("pattern", "^enc:v1:[A-Za-z0-9+/]+=*$");
            } else if (type.isEnum()) {
                put(schema, comments.of(type));
                var words = schema.put("type", "string").putArray("enum");
                Arrays.stream(type.getEnumConstants()).forEach(word -> words.add(JSON.valueToTree(word)));
            } else {
                describe(type, schema);
            }
        }
        return name;
    }

    /** As Jackson names it; an interface may name an accessor for all. */
    private static String nameOf(RecordComponent component) {
        return Stream.concat(
                        Stream.of(component.getAccessor()),
                        Arrays.stream(component.getDeclaringRecord().getInterfaces())
                                .flatMap(type -> Arrays.stream(type.getMethods()))
                                .filter(method -> method.getName().equals(component.getName())))
                .map(RecordSchema::namedBy)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> SNAKE_CASE.nameForField(null, null, component.getName()));
    }

    private static String namedBy(Method accessor) {
        var named = accessor.getAnnotation(JsonProperty.class);
        return named == null ? "" : named.value();
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static void put(ObjectNode schema, @Nullable String description) {
        if (description != null) {
            schema.put("description", description);
        }
    }
}
