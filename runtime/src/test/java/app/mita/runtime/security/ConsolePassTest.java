package app.mita.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsolePassTest {

    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    @Test
    void itNamesItsHolderUntilItEnds() {
        var pass = at(NOW, "secret").issue("Ada Lovelace");
        assertThat(at(NOW, "secret").holder(pass)).isEqualTo("Ada Lovelace");
        assertThat(at(NOW.plus(ConsolePass.VALID).minusSeconds(1), "secret").holder(pass))
                .isEqualTo("Ada Lovelace");
        assertThat(at(NOW.plus(ConsolePass.VALID), "secret").holder(pass)).isNull();
    }

    @Test
    void nobodyMakesOrChangesOneWithoutTheToken() {
        var passes = at(NOW, "secret");
        var pass = passes.issue("ada");
        assertThat(at(NOW, "another").holder(pass)).isNull();
        var parts = pass.split("\\.");
        long end = Long.parseLong(parts[2]);
        assertThat(passes.holder(String.join(".", parts[0], parts[1], String.valueOf(end + 1), parts[3])))
                .isNull();
        assertThat(passes.holder(String.join(".", parts[0], parts[1] + "YQ", parts[2], parts[3])))
                .isNull();
        for (var nonsense : new String[] {"", "pass", "pass...", "pass.YQ.99999999999.", "secret", pass + "x"}) {
            assertThat(passes.holder(nonsense)).as(nonsense).isNull();
        }
    }

    @Test
    void itDoesNotContainTheToken() {
        assertThat(at(NOW, "secret").issue("ada")).doesNotContain("secret");
    }

    private static ConsolePass at(Instant now, String secret) {
        return new ConsolePass(secret.getBytes(StandardCharsets.UTF_8), Clock.fixed(now, ZoneOffset.UTC));
    }
}
