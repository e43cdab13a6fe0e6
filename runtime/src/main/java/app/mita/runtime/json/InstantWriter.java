package app.mita.runtime.json;

import app.mita.api.time.IsoInstant;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Instants in their usual form. */
final class InstantWriter extends StdScalarSerializer<Instant> {

    InstantWriter() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
        json.writeString(IsoInstant.text(instant));
    }
}
