package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mita.standalone.StandaloneApplication;
import app.mita.standalone.journey.Api.Answer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** One trace leads from a request through its command, the append, the relay and Kafka to the read models. */
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLER = "b7ad6b7169203331";
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("mita.request_id");

    private static final CollectedSpans SPANS = new CollectedSpans();

    private static ConfigurableApplicationContext system;
    private static Person person;

    @BeforeAll
    static void start() {
        system = RunningSystem.run(
                StandaloneApplication.class,
                RunningSystem.freshSettings(),
                context -> context.registerBean(SpanExporter.class, () -> SPANS));
        person = Person.onboarded(Api.at(Api.Servers.one(RunningSystem.address(system))));
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aClientsTraceLeadsToTheReadModels() {
        spend(person.api().with("traceparent", "00-" + TRACE + "-" + CALLER + "-01"));
        var spans = whole(TRACE);
        assertThat(spans.get("request").getParentSpanId()).isEqualTo(CALLER);
        assertPartsHangTogether(spans);
    }

    @Test
    void aRequestWithoutATraceBeginsOne() {
        var spans = whole(traceOf(spend(person.api())));
        assertThat(spans.get("request").getParentSpanContext().isValid()).isFalse();
        assertPartsHangTogether(spans);
    }

    @Test
    void whatIsNoTraceIsPassedOver() {
        for (var nonsense : List.of("", "x", "00-" + "0".repeat(32) + "-" + CALLER + "-01", "00-" + TRACE + "-b7")) {
            var trace = traceOf(spend(person.api().with("traceparent", nonsense)));
            assertThat(trace).isNotEqualTo(TRACE);
            assertPartsHangTogether(whole(trace));
        }
    }

    private static Answer spend(Api api) {
        var answer = api.post("/api/transactions/", "{\"amount\": 3, \"category\": \"food\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static void assertPartsHangTogether(Map<String, SpanData> spans) {
        var request = spans.get("request");
        assertThat(request.getName()).isEqualTo("POST /api/transactions/");
        var command = spans.get("command");
        assertThat(command.getParentSpanId()).isEqualTo(request.getSpanId());
        for (var part : List.of("append", "relay", "projections")) {
            assertThat(spans.get(part).getParentSpanId()).as(part).isEqualTo(command.getSpanId());
        }
        // A projection has applied nothing that was not on Kafka, and nothing is on Kafka that was not in the log.
        assertThat(spans.get("append").getEndEpochNanos())
                .isLessThanOrEqualTo(spans.get("relay").getEndEpochNanos());
        assertThat(spans.get("relay").getStartEpochNanos())
                .isLessThanOrEqualTo(spans.get("projections").getEndEpochNanos());
    }

    /** The trace's spans by part, when all have arrived. */
    private static Map<String, SpanData> whole(String trace) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> SPANS.all().stream()
                                .filter(span -> span.getTraceId().equals(trace))
                                .collect(
                                        Collectors.toMap(TraceTest::part, Function.identity(), (first, more) -> first)),
                        parts -> parts.keySet()
                                .containsAll(List.of("request", "command", "append", "relay", "projections")));
    }

    private static String part(SpanData span) {
        return switch (span.getKind()) {
            case SERVER -> "request";
            case PRODUCER -> "relay";
            case CONSUMER -> "projections";
            case CLIENT -> "append";
            case INTERNAL -> "command";
        };
    }

    private static String traceOf(Answer answer) {
        var request = answer.header("X-Request-ID");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> SPANS.all().stream()
                                .filter(span -> request != null
                                        && request.equals(span.getAttributes().get(REQUEST)))
                                .map(SpanData::getTraceId)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
