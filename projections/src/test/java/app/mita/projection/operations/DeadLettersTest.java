package app.mita.projection.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an operator sees of a payload. */
class DeadLettersTest {

    @Test
    void namesInAPlanAreHiddenAndStayApart() {
        var payload = """
                {"note":"enc:v1:AA==","before":{"enc:v1:Q0+/":1,"rent":2,"enc:v1:RDE=" : 3},"planned":{"enc:v1:RDE=":4}}""";
        assertThat(DeadLetters.masked(payload.getBytes(StandardCharsets.UTF_8))).isEqualTo("""
                {"note":"(personal)","before":{"(personal 1)":1,"rent":2,"(personal 2)" : 3},"planned":{"(personal 2)":4}}""");
    }
}
