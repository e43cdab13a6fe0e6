package app.mita.query.budget;

import app.mita.api.budget.AdaptationsView;
import app.mita.api.budget.Automation;
import app.mita.api.budget.SettingsDocument;
import app.mita.api.wire.Envelope;
import app.mita.domain.budget.DefaultMode;
import app.mita.query.readmodel.Document;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Users;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How a user wants their budget kept (planning.md, budget). */
@RestController
@RequestMapping("/api/budget")
class BudgetSettingsController {

    private static final SettingsDocument NEVER_SET = new SettingsDocument(null, Automation.DEFAULT, null, List.of());

    private final Documents documents;
    private final Users users;
    private final Responses responses;

    BudgetSettingsController(Documents documents, Users users, Responses responses) {
        this.documents = documents;
        this.users = users;
        this.responses = responses;
    }

    @GetMapping("/mode")
    Mono<ResponseEntity<Envelope<?>>> mode(Caller caller, ServerWebExchange exchange) {
        return settings(caller.user())
                .flatMap(settings -> settings.mode() == null ? defaultMode(caller.user()) : Mono.just(settings.mode()))
                .map(mode -> responses.of(exchange, Answer.ok("How your budget is kept.", Map.of("mode", mode))));
    }

    @GetMapping("/automation_settings")
    Mono<ResponseEntity<Envelope<?>>> automation(Caller caller, ServerWebExchange exchange) {
        return settings(caller.user())
                .map(settings -> responses.of(exchange, Answer.ok("What happens by itself.", settings.automation())));
    }

    @GetMapping("/adaptations")
    Mono<ResponseEntity<Envelope<?>>> adaptations(Caller caller, ServerWebExchange exchange) {
        return settings(caller.user())
                .map(settings -> new AdaptationsView(
                        settings.adaptations(), List.of(), settings.automation().autoAdaptEnabled()))
                .map(view -> responses.of(exchange, Answer.ok("What was adapted to your spending.", view)));
    }

    private Mono<SettingsDocument> settings(UUID user) {
        return documents.find(Model.SETTINGS, user, "").map(Document::value).defaultIfEmpty(NEVER_SET);
    }

    private Mono<String> defaultMode(UUID user) {
        return users.find(user)
                .map(document -> DefaultMode.of(Standing.of(document.value()).tier()));
    }
}
