package app.mita.runtime.web;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.security.Caller;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Routes like those of the services. */
@RestController
class SampleRoutes {

    record Income(@NotNull @Positive BigDecimal monthlyIncome) {}

    record Body(
            @NotNull @Positive @Digits(integer = 9, fraction = 2)
            BigDecimal amount,

            @Nullable @Size(min = 2, max = 5) String name,
            @Nullable @Pattern(regexp = "[a-z]*") String category,
            @Nullable List<@NotNull @Size(max = 3) String> tags,
            @Nullable UUID goalId,
            @Nullable LocalDate spentOn,
            @Nullable Integer count,
            @Nullable @Valid Income income,
            @Nullable Map<String, @Positive BigDecimal> fixedExpenses) {}

    private final Responses responses;

    SampleRoutes(Responses responses) {
        this.responses = responses;
    }

    @PostMapping("/api/sample/")
    Mono<ResponseEntity<Envelope<?>>> post(@Valid @RequestBody Mono<Body> body, ServerWebExchange exchange) {
        return body.map(valid -> responses.of(exchange, Answer.created("Done", valid)));
    }

    @GetMapping("/api/sample")
    Mono<ResponseEntity<Envelope<?>>> list(
            @RequestParam(defaultValue = "10") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable LocalDate startDate,
            Caller caller,
            ServerWebExchange exchange) {
        var data = Map.of("user", caller.user(), "limit", limit, "may", caller.may("read:profile"));
        return Mono.just(responses.of(exchange, Answer.ok("Done", data).withMeta(Map.of("page", 1))));
    }

    @GetMapping("/api/sample/{id}")
    String one(@PathVariable UUID id, @RequestParam String needed) {
        return id + needed;
    }

    @GetMapping("/api/sample/numbered/{number}")
    Mono<Long> numbered(@PathVariable long number) {
        return Mono.just(number);
    }

    @GetMapping("/api/sample/failing/{how}")
    Mono<String> fail(@PathVariable String how) {
        return switch (how) {
            case "refused" -> Mono.error(new Refused(ErrorCode.CONFLICT, "Taken", Map.of("resource", "sample")));
            case "limited" -> Mono.error(new Refused(ErrorCode.RATE_LIMITED, "Later", Map.of("retry_after", 60)));
            case "database" -> Mono.error(new IllegalStateException(new R2dbcNonTransientResourceException("gone")));
            default -> throw new IllegalStateException("secret detail");
        };
    }
}
