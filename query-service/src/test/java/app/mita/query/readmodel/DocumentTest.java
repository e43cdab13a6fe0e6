package app.mita.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DocumentTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private int rendered;

    private final View<String> hours = (document, now) -> {
        rendered++;
        return new Rendering((document + " " + now).getBytes(UTF_8), NOON.plusSeconds(60));
    };

    private final Document<String> document = new Document<>("at", new Version(1, 1));

    @Test
    void anAnswerIsKeptUntilItCouldLookDifferent() {
        var first = document.render(hours, NOON);
        assertThat(document.render(hours, NOON.plusSeconds(59))).isSameAs(first);
        assertThat(new String(document.render(hours, NOON.plusSeconds(60)), UTF_8))
                .isEqualTo("at 2026-11-24T12:01:00Z");
        assertThat(rendered).isEqualTo(2);
    }

    @Test
    void anAnswerIsNotUsedForAnEarlierMoment() {
        document.render(hours, NOON);
        assertThat(new String(document.render(hours, NOON.minusSeconds(1)), UTF_8))
                .isEqualTo("at 2026-11-24T11:59:59Z");
    }

    @Test
    void eachScreenHasItsOwnAnswer() {
        document.render(hours, NOON);
        View<String> other = (value, now) -> new Rendering(value.getBytes(UTF_8), Instant.MAX);
        assertThat(new String(document.render(other, NOON), UTF_8)).isEqualTo("at");
    }
}
