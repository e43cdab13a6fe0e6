package app.mita.query.analytics;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A category of a day that a client sends: the planned amount alone, or {@code {"planned": …, "spent": …}}. */
@JsonDeserialize(using = SentUse.Reader.class)
public record SentUse(BigDecimal planned, BigDecimal spent) {

    Stream<BigDecimal> amounts() {
        return Stream.of(planned, spent);
    }

    /** As the calendar's own answers have it. */
    private record Both(
            @Nullable BigDecimal planned, @Nullable BigDecimal spent) {}

    /** Reads either. */
    static final class Reader extends StdDeserializer<SentUse> {

        Reader() {
            super(SentUse.class);
        }

        @Override
        public SentUse deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                var both = context.readValue(json, Both.class);
                return new SentUse(
                        requireNonNullElse(both.planned(), BigDecimal.ZERO),
                        requireNonNullElse(both.spent(), BigDecimal.ZERO));
            }
            return new SentUse(context.readValue(json, BigDecimal.class), BigDecimal.ZERO);
        }
    }
}
