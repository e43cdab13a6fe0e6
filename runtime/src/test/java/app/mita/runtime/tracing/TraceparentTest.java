package app.mita.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context, section 3.2. */
class TraceparentTest {

    private static final String GOOD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void oneThatIsWellFormedIsTakenAndWrittenAgainTheSame() {
        assertThat(Traceparent.checked(GOOD)).isEqualTo(GOOD);
        assertThat(Traceparent.of(Traceparent.read(GOOD))).isEqualTo(GOOD);
        assertThat(Traceparent.read(GOOD).isSampled()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-",
                "00_0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331_01",
                "00-0af7651916cd43dd8448eb211c8031'; -b7ad6b7169203331-01",
            })
    void anythingElseIsPassedOver(String sent) {
        assertThat(Traceparent.checked(sent)).isNull();
    }
}
