package app.mita.runtime.json;

import app.mita.api.time.IsoInstant;
import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** What is not in the usual form is Jackson's to read or to refuse. */
final class InstantReader extends StdDeserializer<Instant> {

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        var text = json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : "";
        if (IsoInstant.isUsual(text)) {
            try {
                return IsoInstant.parse(text);
            } catch (DateTimeException noSuchTime) {
                // Jackson says so in the way of every other value.
            }
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }
}
