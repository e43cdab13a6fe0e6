package app.mita.command.budget;

import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Commands;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/budget} (planning.md). */
@RestController
@RequestMapping("/api/budget")
class BudgetWrites {

    private final Commands commands;
    private final ReadYourWrites readYourWrites;
    private final Responses responses;
    private final Clock clock;

    BudgetWrites(Commands commands, ReadYourWrites readYourWrites, Responses responses, Clock clock) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
        this.responses = responses;
        this.clock = clock;
    }

    @PatchMapping("/mode")
    Mono<ResponseEntity<Envelope<?>>> changeMode(
            @Valid @RequestBody NewMode body, Caller caller, ServerWebExchange exchange) {
        return readYourWrites.answer(
                exchange,
                commands.send(new ChangeMode(caller.user(), body.mode())),
                mode -> Answer.ok("The mode is set.", Map.of("mode", mode)));
    }

    @PatchMapping("/automation_settings")
    Mono<ResponseEntity<Envelope<?>>> changeAutomation(
            @Valid @RequestBody AutomationChanges body, Caller caller, ServerWebExchange exchange) {
        return readYourWrites.answer(
                exchange,
                commands.send(new ChangeAutomation(caller.user(), body)),
                automation -> Answer.ok("The settings are kept.", new KeptSettings(true, body.sent())));
    }

    /** @param settings what was sent */
    private record KeptSettings(boolean updated, Map<String, Object> settings) {}

    @PostMapping("/auto_adapt")
    Mono<ResponseEntity<Envelope<?>>> adapt(Caller caller, ServerWebExchange exchange) {
        return readYourWrites.answer(
                exchange, commands.send(new AdaptWeights(caller.user(), clock.instant())), outcome -> {
                    var told = Adaptation.of(outcome);
                    return Answer.ok(told.message(), told);
                });
    }

    /** No read model shows it, so there is nothing to wait for. */
    @PostMapping("/alert/ignored")
    Mono<ResponseEntity<Envelope<?>>> ignoreAlert(
            @Valid @RequestBody IgnoredAlert body, Caller caller, ServerWebExchange exchange) {
        return commands.send(body.command(caller.user(), clock.instant()))
                .map(written -> responses.of(exchange, Answer.ok("Noted.", Map.of("recorded", true))));
    }
}
