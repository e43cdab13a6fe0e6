package app.mita.runtime.personal;

import app.mita.api.event.Vocabulary;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * A name that a person gave something, in the log and on Kafka: a {@link SealedText} that is the same wherever its user's
 * events have the name, as a value or as the key of a map. The app's own words stay as they are.
 */
final class SealedName {

    private SealedName() {}

    private static String seal(String name, Vocabulary clear, SerializationContext context) {
        if (clear.has(name)) {
            return name;
        }
        if (context.getAttribute(SealedText.KEY) instanceof PersonalKey key) {
            return SealedText.sealAlike(name, key);
        }
        throw new IllegalStateException("a personal name, but no key of its user");
    }

    /** What cannot be opened any more stays sealed: it still is a name of its own. */
    @SuppressWarnings("unchecked")
    private static String open(String name, Vocabulary clear, DeserializationContext context) {
        if (clear.has(name)) {
            return name;
        }
        var plain = SealedText.isSealed(name) && context.getAttribute(SealedText.KEY) instanceof PersonalKey key
                ? SealedText.plain(name, key)
                : name;
        var veil = (UnaryOperator<String>) context.getAttribute(SealedText.VEIL);
        return veil == null ? plain : veil.apply(plain);
    }

    static final class Writer extends StdScalarSerializer<String> {

        private final Vocabulary clear;

        Writer(Vocabulary clear) {
            super(String.class);
            this.clear = clear;
        }

        @Override
        public void serialize(String name, JsonGenerator json, SerializationContext context) {
            json.writeString(seal(name, clear, context));
        }
    }

    static final class KeyWriter extends StdScalarSerializer<String> {

        private final Vocabulary clear;

        KeyWriter(Vocabulary clear) {
            super(String.class);
            this.clear = clear;
        }

        @Override
        public void serialize(String name, JsonGenerator json, SerializationContext context) {
            json.writeName(seal(name, clear, context));
        }
    }

    static final class Reader extends StdScalarDeserializer<String> {

        private final Vocabulary clear;

        Reader(Vocabulary clear) {
            super(String.class);
            this.clear = clear;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return open(json.getString(), clear, context);
        }
    }

    static final class KeyReader extends KeyDeserializer {

        private final Vocabulary clear;

        KeyReader(Vocabulary clear) {
            this.clear = clear;
        }

        @Override
        public String deserializeKey(String name, DeserializationContext context) {
            return open(name, clear, context);
        }
    }
}
