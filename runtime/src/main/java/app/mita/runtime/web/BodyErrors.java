package app.mita.runtime.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** What Jackson could not read, as the contract words it. */
final class BodyErrors {

    private BodyErrors() {}

    static FieldError of(JacksonException unreadable) {
        return switch (unreadable) {
            case StreamReadException malformed -> new FieldError("body", "is not valid JSON", "json_invalid");
            case MismatchedInputException mismatch ->
                mismatch(path(mismatch), mismatch.getTargetType(), mismatch instanceof InvalidFormatException);
            case DatabindException other -> new FieldError(path(other), "is not valid", "value_error");
            default -> new FieldError("body", "is not valid JSON", "json_invalid");
        };
    }

    /** Of a value that is not of this type. */
    static FieldError mismatch(String field, @Nullable Class<?> wanted, boolean unparseable) {
        var kind = kind(wanted);
        return switch (kind) {
            case "string", "list", "dict" -> new FieldError(field, "is not a " + kind, kind + "_type");
            case "enum", "value" ->
                new FieldError(field, "is not a known value", kind.equals("enum") ? kind : "value_error");
            default -> new FieldError(field, "is not a valid " + kind, kind + (unparseable ? "_parsing" : "_type"));
        };
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "value";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "bool";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "int";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "float";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class || type == OffsetDateTime.class || type == LocalDateTime.class) {
            return "datetime";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "list";
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return "dict";
        }
        return type.isEnum() ? "enum" : "value";
    }

    private static String path(DatabindException failure) {
        return Stream.concat(
                        Stream.of("body"),
                        failure.getPath().stream()
                                .map(step -> step.getPropertyName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getPropertyName())
                                .filter(Names::isPlain))
                .collect(Collectors.joining("."));
    }
}
