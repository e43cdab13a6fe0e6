package app.mita.runtime.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A successful answer before it is put in its envelope.
 *
 * @param message for people; our own words
 * @param data    null is written as {@code "data": null}
 * @param meta    null on routes that have none
 */
public record Answer(
        HttpStatus status,
        String message,
        @Nullable Object data,
        @Nullable Map<String, Object> meta) {

    public static Answer ok(String message, @Nullable Object data) {
        return new Answer(HttpStatus.OK, message, data, null);
    }

    public static Answer created(String message, @Nullable Object data) {
        return new Answer(HttpStatus.CREATED, message, data, null);
    }

    public Answer withMeta(Map<String, Object> meta) {
        return new Answer(status, message, data, meta);
    }
}
