package app.mita.runtime.personal;

import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Personal text in the log and on Kafka: {@code enc:v1:<base64(nonce, ciphertext, tag)>}. Each call to the mapper
 * names the key in the attribute {@link #KEY}.
 */
final class SealedText {

    static final Object KEY = SealedText.class;
    /** Attribute: what is read in place of a plain text, a {@link UnaryOperator}; none for the text itself. */
    static final Object VEIL = Reader.class;

    private static final String PREFIX = "enc:v1:";

    private SealedText() {}

    static String seal(String text, PersonalKey key) {
        return written(AesGcm.ofThread().seal(key.key(), key.user(), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same for the same text of a user. */
    static String sealAlike(String text, PersonalKey key) {
        return written(AesGcm.ofThread().sealAlike(key.key(), key.user(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(byte[] sealed) {
        return PREFIX + Base64.getEncoder().encodeToString(sealed);
    }

    /**
     * Decrypted when it is asked for, and then refused when it was not sealed with this key.
     *
     * @param clear words that may be in clear; null when none may, and none ever was
     * @param key   the user's; null once it is deleted
     * @param veil  makes of the plain text what is read in its place; null for the text itself
     * @throws IllegalArgumentException when it is neither sealed nor may be in clear
     */
    static PersonalText open(
            String text, @Nullable Vocabulary clear, @Nullable PersonalKey key, @Nullable UnaryOperator<String> veil) {
        if (clear != null && clear.has(text)) {
            return new PersonalText(text);
        }
        if (!isSealed(text) && clear == null) {
            throw new IllegalArgumentException("personal text that is not encrypted");
        }
        if (key == null) {
            return PersonalText.ERASED;
        }
        return PersonalText.sealed(() -> {
            var plain = isSealed(text) ? plain(text, key) : text;
            return veil == null ? plain : veil.apply(plain);
        });
    }

    static boolean isSealed(String text) {
        return text.startsWith(PREFIX);
    }

    static String plain(String sealed, PersonalKey key) {
        var bytes = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
        return new String(AesGcm.ofThread().open(key.key(), key.user(), bytes), StandardCharsets.UTF_8);
    }

    static final class Writer extends StdScalarSerializer<PersonalText> {

        private final @Nullable Vocabulary clear;

        /** @param clear words that are left in clear; null for none */
        Writer(@Nullable Vocabulary clear) {
            super(PersonalText.class);
            this.clear = clear;
        }

        @Override
        public void serialize(PersonalText text, JsonGenerator json, SerializationContext context) {
            var plain = text.value();
            if (plain == null) {
                json.writeNull();
            } else if (clear != null && clear.has(plain)) {
                json.writeString(plain);
            } else if (context.getAttribute(KEY) instanceof PersonalKey key) {
                json.writeString(seal(plain, key));
            } else {
                throw new IllegalStateException("personal text, but no key of its user");
            }
        }
    }

    static final class Reader extends StdScalarDeserializer<PersonalText> {

        private final @Nullable Vocabulary clear;

        /** @param clear words that may be in clear; null when none may, and none ever was */
        Reader(@Nullable Vocabulary clear) {
            super(PersonalText.class);
            this.clear = clear;
        }

        @Override
        @SuppressWarnings("unchecked")
        public PersonalText deserialize(JsonParser json, DeserializationContext context) {
            return open(json.getString(), clear, (PersonalKey) context.getAttribute(KEY), (UnaryOperator<String>)
                    context.getAttribute(VEIL));
        }
    }
}
