package app.mita.query.web;

import app.mita.runtime.json.MitaJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The envelope up to its data, the same in every answer of a route. */
public final class Opening {

    private final byte[] bytes;

    private Opening(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param message for people; a constant of the route */
    public static Opening saying(String message) {
        var opening = new ByteArrayOutputStream();
        opening.writeBytes("{\"success\":true,\"message\":".getBytes(StandardCharsets.UTF_8));
        opening.writeBytes(MitaJson.mapper().writeValueAsBytes(message));
        opening.writeBytes(",\"data\":".getBytes(StandardCharsets.UTF_8));
        return new Opening(opening.toByteArray());
    }

    byte[] bytes() {
        return bytes;
    }
}
