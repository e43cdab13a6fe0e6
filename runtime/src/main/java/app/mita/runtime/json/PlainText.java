package app.mita.runtime.json;

import app.mita.api.event.PersonalText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Personal text outside the log: the text itself, null once erased. */
final class PlainText {

    private PlainText() {}

    static final class Writer extends StdScalarSerializer<PersonalText> {

        Writer() {
            super(PersonalText.class);
        }

        @Override
        public void serialize(PersonalText text, JsonGenerator json, SerializationContext context) {
            json.writeString(text.value());
        }
    }

    static final class Reader extends StdScalarDeserializer<PersonalText> {

        Reader() {
            super(PersonalText.class);
        }

        @Override
        public PersonalText deserialize(JsonParser json, DeserializationContext context) {
            return new PersonalText(_parseString(json, context, this));
        }
    }
}
