package app.mita.command.analytics;

import app.mita.api.analytics.FeatureAccessAttempted;
import app.mita.api.analytics.FeatureUsed;
import app.mita.api.analytics.PaywallShown;
import app.mita.api.event.MitaEvent;
import app.mita.api.event.PersonalText;
import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Commands;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/analytics} (planning.md). No read model shows them, so no answer waits for one. */
@RestController
@RequestMapping("/api/analytics")
class UsageWrites {

    private final Commands commands;
    private final Responses responses;

    UsageWrites(Commands commands, Responses responses) {
        this.commands = commands;
        this.responses = responses;
    }

    @PostMapping("/feature-usage")
    Mono<ResponseEntity<Envelope<?>>> featureUsage(
            @Valid @RequestBody FeatureUse body, Caller caller, ServerWebExchange exchange) {
        return noted(body, caller, exchange);
    }

    @PostMapping("/feature-access-attempt")
    Mono<ResponseEntity<Envelope<?>>> featureAccessAttempt(
            @Valid @RequestBody AccessAttempt body, Caller caller, ServerWebExchange exchange) {
        return noted(body, caller, exchange);
    }

    @PostMapping("/paywall-impression")
    Mono<ResponseEntity<Envelope<?>>> paywallImpression(
            @Valid @RequestBody PaywallImpression body, Caller caller, ServerWebExchange exchange) {
        return noted(body, caller, exchange);
    }

    private record LoggedUse(boolean logged, PersonalText feature, UUID userId, Instant timestamp) {}

    private record LoggedAttempt(boolean logged, PersonalText feature, UUID userId, boolean hasAccess) {}

    private record LoggedImpression(
            boolean logged, PersonalText screen, @Nullable PersonalText feature, Instant timestamp) {}

    private Mono<ResponseEntity<Envelope<?>>> noted(Usage usage, Caller caller, ServerWebExchange exchange) {
        return commands.send(new NoteUsage(caller.user(), usage))
                .map(written -> responses.of(exchange, Answer.ok("Noted.", logged(written.result()))));
    }

    private static Object logged(MitaEvent event) {
        return switch (event) {
            case FeatureUsed used -> new LoggedUse(true, used.feature(), used.user(), used.usedAt());
            case FeatureAccessAttempted attempted ->
                new LoggedAttempt(true, attempted.feature(), attempted.user(), attempted.hasAccess());
            case PaywallShown shown -> new LoggedImpression(true, shown.screen(), shown.feature(), shown.shownAt());
            default -> throw new IllegalArgumentException(event.getClass() + " is no usage");
        };
    }
}
