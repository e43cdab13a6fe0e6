package app.mita.command.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.MigratedDatabase;
import app.mita.command.gateway.Written;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class ReadYourWritesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final MigratedDatabase database = new MigratedDatabase();
    private final ReadModelProgress progress = new ReadModelProgress(database.notifications(), database.client());
    private final AnnotationConfigApplicationContext web = new AnnotationConfigApplicationContext();
    private ReadYourWrites writes;

    @BeforeEach
    void begin() {
        web.registerBean(Clock.class, Clock::systemUTC);
        web.register(Responses.class);
        web.refresh();
        writes = new ReadYourWrites(progress, web.getBean(Responses.class), Duration.ofMillis(50));
        progress.start();
    }

    @AfterEach
    void end() {
        progress.stop();
        web.close();
        database.close();
    }

    @Test
    void answersWhenTheReadModelsShowTheWrite() {
        writes = new ReadYourWrites(progress, web.getBean(Responses.class), LONG);
        var answer = ask(written(7), null).toFuture();
        assertThat(progress.waiting()).isOne();
        await().atMost(LONG).until(() -> {
            database.run("select pg_notify('mita_progress', '2:7')");
            return answer.isDone();
        });
        assertThat(answer.join().getHeaders().headerNames()).isEmpty();
        assertThat(answer.join().getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.join().getBody().data()).isEqualTo("it");
    }

    @Test
    void answersAllTheSameWhenTheyDoNotAndSaysSo() {
        ResponseEntity<Envelope<?>> answer = ask(written(7), null).block(LONG);
        assertThat(answer.getHeaders().getFirst("Mita-Read-Model")).isEqualTo("behind");
        assertThat(answer.getHeaders().headerNames()).hasSize(1);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getBody().data()).isEqualTo("it");
    }

    @Test
    void answersAtOnceWhomIsNotWillingToWait() {
        ResponseEntity<Envelope<?>> answer = ask(written(7), "respond-async").block(LONG);
        assertThat(progress.waiting()).isZero();
        assertThat(answer.getHeaders().getFirst("Mita-Read-Model")).isEqualTo("behind");
        assertThat(answer.getHeaders().getFirst("Preference-Applied")).isEqualTo("respond-async");
    }

    @Test
    void waitsForNothingWhenNothingWasWritten() {
        ResponseEntity<Envelope<?>> answer = ask(written(0), null).block(LONG);
        assertThat(answer.getHeaders().headerNames()).isEmpty();
    }

    @Test
    void aRefusalStaysOne() {
        Mono<Written<String>> refused = Mono.error(new Refused(ErrorCode.NOT_FOUND, "no such thing"));
        assertThatThrownBy(() -> ask(refused, null).block(LONG)).isInstanceOf(Refused.class);
    }

    private Mono<ResponseEntity<Envelope<?>>> ask(Mono<Written<String>> written, String prefer) {
        var request = MockServerHttpRequest.post("/api/things");
        if (prefer != null) {
            request.header("Prefer", prefer);
        }
        return writes.answer(MockServerWebExchange.from(request), written, thing -> Answer.created("Made", thing));
    }

    private static Mono<Written<String>> written(long position) {
        return Mono.just(new Written<>("it", 2, position));
    }
}
