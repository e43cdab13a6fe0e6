package app.mita.command.onboarding;

import app.mita.api.onboarding.BudgetPlan;
import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Commands;
import app.mita.command.onboarding.CompleteOnboarding.Outcome;
import app.mita.command.progress.ReadYourWrites;
import app.mita.domain.onboarding.RegionalProfiles;
import app.mita.domain.time.UserTime;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/onboarding}. */
@RestController
class OnboardingWrites {

    private final Commands commands;
    private final ReadYourWrites readYourWrites;

    OnboardingWrites(Commands commands, ReadYourWrites readYourWrites) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
        RegionalProfiles.prepare();
    }

    @PostMapping("/api/onboarding/submit")
    Mono<ResponseEntity<Envelope<?>>> submitOnboarding(
            @Valid @RequestBody Submission body, Caller caller, ServerWebExchange exchange) {
        var zone = Optional.ofNullable(body.timezone()).flatMap(UserTime::zoneNamed);
        var command = new CompleteOnboarding(caller.user(), body.answers(), zone.orElse(null));
        return readYourWrites.answer(exchange, commands.send(command), OnboardingWrites::answer);
    }

    private static Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed done ->
                Answer.ok(
                        "Welcome.", new Onboarded("success", done.calendarDays(), done.plan(), "Your plan is ready."));
            case Outcome.AlreadyOnboarded already ->
                Answer.ok(
                        "Nothing changed.",
                        new Again("already_onboarded", "You have answered these questions before."));
        };
    }

    private record Onboarded(String status, int calendarDays, BudgetPlan budgetPlan, String message) {}

    private record Again(String status, String message) {}
}
