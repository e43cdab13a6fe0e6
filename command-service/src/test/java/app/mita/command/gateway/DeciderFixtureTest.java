package app.mita.command.gateway;

import static app.mita.command.gateway.Renaming.opened;
import static app.mita.command.gateway.Renaming.renamed;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.wire.ErrorCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeciderFixtureTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00.123456Z");

    private final UUID user = UUID.randomUUID();

    @Test
    void aDecisionKnowsWhatHappenedBefore() {
        fixture()
                .given(opened(user), renamed(user, "second", NOW), opened(UUID.randomUUID()))
                .at(NOW)
                .when(new Renaming.Rename(user, "third"))
                .expect(renamed(user, "third", NOW))
                .result(2);
    }

    @Test
    void aRefusalAppendsNothing() {
        fixture().when(new Renaming.Rename(user, "new")).refused(ErrorCode.TOKEN_INVALID);
    }

    @Test
    void aCommandMayChangeNothing() {
        fixture()
                .given(opened(user))
                .when(new Renaming.Rename(user, ""))
                .expect()
                .result(0);
    }

    @Test
    void aWrongExpectationFails() {
        var then = fixture().given(opened(user)).when(new Renaming.Rename(user, "new"));
        assertThatThrownBy(() -> then.expect()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> then.result(7)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> then.refused(ErrorCode.CONFLICT)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aDecisionKnowsFactsThatOthersName() {
        DeciderFixture.of(new Paging.Rule())
                .given(
                        opened(user),
                        Paging.written(user, 0, NOW),
                        renamed(user, "second", NOW),
                        Paging.written(user, 1, NOW),
                        Paging.written(user, 1, NOW))
                .at(NOW)
                .when(new Paging.Write(user))
                .expect(Paging.written(user, 1, NOW))
                .result("2026-02 3");
    }

    private static DeciderFixture<Renaming.Rename, Integer> fixture() {
        return DeciderFixture.of(new Renaming.Rule(false));
    }
}
