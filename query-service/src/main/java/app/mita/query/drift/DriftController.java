package app.mita.query.drift;

import app.mita.api.drift.DriftLoggedView;
import app.mita.api.drift.DriftView;
import app.mita.api.wire.Envelope;
import app.mita.query.analytics.SpendingMonths;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Queries sent as POST (planning.md, small engines). */
@RestController
@RequestMapping("/api/drift")
class DriftController {

    private static final String MONTH = "[1-9]\\d{3}-(0[1-9]|1[0-2])";

    private final Documents documents;
    private final Responses responses;

    DriftController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
    }

    /** @param month such as {@code 2026-11} */
    record Question(@NotNull @Pattern(regexp = MONTH) String month) {}

    /** @param value what the client has measured */
    record Measured(
            @NotNull @Pattern(regexp = MONTH) String month,

            @NotNull @DecimalMin("-1000000") @DecimalMax("1000000")
            BigDecimal value) {}

    @PostMapping("/get")
    Mono<ResponseEntity<Envelope<?>>> drift(
            @Valid @RequestBody Question question, Caller caller, ServerWebExchange exchange) {
        return drift(caller, question.month())
                .map(view -> responses.of(exchange, Answer.ok("How your spending has shifted.", view)));
    }

    /**
     * What a client measures is nothing to keep, for the drift follows from the transactions, which are kept: the answer
     * says what they give.
     */
    @PostMapping("/log")
    Mono<ResponseEntity<Envelope<?>>> log(
            @Valid @RequestBody Measured measured, Caller caller, ServerWebExchange exchange) {
        return drift(caller, measured.month())
                .map(view -> new DriftLoggedView(
                        "ok", "Measured from your transactions it is %s.".formatted(view.driftValue())))
                .map(view -> responses.of(exchange, Answer.ok(view.message(), view)));
    }

    private Mono<DriftView> drift(Caller caller, String written) {
        var month = YearMonth.parse(written);
        return documents.compute(caller.user(), sources -> drift(month, sources));
    }

    private static DriftView drift(YearMonth month, Sources sources) {
        var months = SpendingMonths.between(sources, month.minusMonths(Drifts.MONTHS), month);
        return Drifts.of(sources.owner(), month, months);
    }
}
