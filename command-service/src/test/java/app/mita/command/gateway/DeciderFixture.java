package app.mita.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.MitaEvent;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestPhase;

/**
 * Given events, when a command is sent, then expect events, a result or a refusal: Axon's own fixture, with a decider
 * handled as in production.
 *
 * {@snippet :
 * DeciderFixture.of(new OpenAccount())
 *         .given(registered)
 *         .at(Instant.parse("2026-11-24T12:00:00Z"))
 *         .when(new Open(user))
 *         .expect(opened)
 *         .result("open");
 * }
 */
public final class DeciderFixture<C extends Command<R>, R> {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Decider<C, R> decider;
    private List<MitaEvent> given = List.of();
    private Instant now = NOW;

    private DeciderFixture(Decider<C, R> decider) {
        this.decider = decider;
    }

    public static <C extends Command<R>, R> DeciderFixture<C, R> of(Decider<C, R> decider) {
        return new DeciderFixture<>(decider);
    }

    /** In this order; none when not called. */
    public DeciderFixture<C, R> given(MitaEvent... events) {
        given = List.of(events);
        return this;
    }

    /** When the command is decided; noon of 24 November 2026, UTC, when not called. */
    public DeciderFixture<C, R> at(Instant instant) {
        now = instant;
        return this;
    }

    public Then<R> when(C command) {
        var configurer = AxonWiring.configurer(List.of(decider), FactMemory.none(), Clock.fixed(now, ZoneOffset.UTC));
        var fixture = AxonTestFixture.with(configurer);
        return new Then<>(fixture.given().events(given).when().command(command).then());
    }

    /** What is expected of a handled command; every method fails with an AssertionError otherwise. */
    public static final class Then<R> {

        private final AxonTestPhase.Then.Command then;

        private Then(AxonTestPhase.Then.Command then) {
            this.then = then;
        }

        /** Exactly these, in this order; none for a command that changes nothing. */
        public Then<R> expect(MitaEvent... events) {
            return events(recorded -> assertThat(recorded).containsExactly(events));
        }

        public Then<R> events(Consumer<List<MitaEvent>> expectation) {
            then.success();
            then.eventsSatisfy(messages -> expectation.accept(payloads(messages)));
            return this;
        }

        public Then<R> result(R expected) {
            return resultSatisfies(result -> assertThat(result).isEqualTo(expected));
        }

        @SuppressWarnings("unchecked")
        public Then<R> resultSatisfies(Consumer<R> expectation) {
            then.success();
            then.resultMessagePayloadSatisfies(payload -> expectation.accept(((Outcome<R>) payload).result));
            return this;
        }

        /** The refusal's code; no event was appended. */
        public Then<R> refused(ErrorCode code) {
            return refused(refusal -> assertThat(refusal.code()).isEqualTo(code));
        }

        public Then<R> refused(Consumer<Refused> expectation) {
            then.exceptionSatisfies(failure -> {
                assertThat(failure).isInstanceOf(Refused.class);
                expectation.accept((Refused) failure);
            });
            then.noEvents();
            return this;
        }

        private static List<MitaEvent> payloads(List<EventMessage> messages) {
            return messages.stream()
                    .map(message -> (MitaEvent) message.payload())
                    .toList();
        }
    }
}
