package app.mita.projection.console;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.engine.ReadModel;
import app.mita.runtime.operations.Deed;
import app.mita.runtime.security.Operator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What was typed into a form or stands in a page's address. What cannot be meant is refused in words, never with a fault. */
final class Fields {

    private static final int LONGEST = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Years that every part of the system can work with. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final MultiValueMap<String, String> values;

    Fields(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** Null when it is absent or blank. */
    @Nullable
    String text(String name) {
        var value = values.getFirst(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw refused("“" + name + "” is too long.");
        }
        return UNPRINTABLE.matcher(value).replaceAll(" ").strip();
    }

    /** Why an operator does something, for the record. */
    private String reason() {
        var value = values.getFirst("reason");
        var reason =
                value == null ? "" : UNPRINTABLE.matcher(value).replaceAll(" ").strip();
        if (reason.isEmpty() || reason.length() > Deed.LONGEST_REASON) {
            throw refused("Say why, in at most 500 characters: the reason is kept with the deed.");
        }
        return reason;
    }

    /** Null when it is absent. */
    @Nullable
    Long position(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        if (!POSITION.matcher(text).matches() || Long.parseLong(text) < 1) {
            throw refused("A position is a whole number from 1 on.");
        }
        return Long.valueOf(text);
    }

    /** Null when it is absent. What has no zone is UTC. */
    @Nullable
    Instant time(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var time = text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw refused("This time is too far away.");
            }
            return time;
        } catch (DateTimeException unreadable) {
            throw refused("A time looks like 2026-11-25T08:30, in UTC.");
        }
    }

    /** Null when it is absent. */
    @Nullable
    UUID id(String name) {
        var text = text(name);
        return text == null ? null : id(text, name);
    }

    UUID requiredId(String name) {
        var id = id(name);
        if (id == null) {
            throw refused("“" + name + "” is missing.");
        }
        return id;
    }

    /** The deed that the form asks for, under the id that stands in it: a form sent twice is one deed. */
    Deed deed(String verb, String projection, Map<String, Object> arguments, Operator operator) {
        return Deed.of(id("operation"), verb, projection, arguments, operator, reason());
    }

    /** @throws Refused when the operator did not confirm */
    void demandConfirmation() {
        if (!"yes".equals(values.getFirst("confirm"))) {
            throw refused("This needs your confirmation: tick the box in front of it.");
        }
    }

    boolean ticked(String name) {
        return "yes".equals(values.getFirst(name));
    }

    /** Where the same search goes on: its filters, and what it is to go on before. */
    String olderPage(String path, List<String> filters, Object before) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var filter : filters) {
            if (text(filter) != null) {
                address.queryParam(filter, "{" + filter + "}");
            }
        }
        return address.queryParam("before", before)
                .encode()
                .buildAndExpand(values.toSingleValueMap())
                .toUriString();
    }

    static UUID user(String text) {
        return id(text, "user");
    }

    /** @throws Refused NOT_FOUND for what can be no projection's name */
    static String projection(String name) {
        if (!ReadModel.NAME.matcher(name).matches()) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.");
        }
        return name;
    }

    private static UUID id(String text, String name) {
        if (!ID.matcher(text.strip()).matches()) {
            throw new Refused(
                    ErrorCode.INVALID_ID, "“" + name + "” is an id such as 0f8fad5b-d9cb-469f-a165-70867728950e.");
        }
        return UUID.fromString(text.strip());
    }

    static Refused refused(String message) {
        return new Refused(ErrorCode.INVALID_VALUE, message);
    }
}
