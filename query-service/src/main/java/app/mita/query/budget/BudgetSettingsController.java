package app.mita.query.budget;

import app.mita.api.budget.AdaptationsView;
import app.mita.api.budget.Automation;
import app.mita.api.budget.SettingsDocument;
import app.mita.domain.budget.DefaultMode;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import java.util.List;
import java.util.Map;
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

    private static final Opening MODE = Opening.saying("How your budget is kept.");
    private static final Opening AUTOMATION = Opening.saying("What happens by itself.");
    private static final Opening ADAPTATIONS = Opening.saying("What was adapted to your spending.");
    private static final Screen MODE_SET = sources -> Map.of("mode", mode(sources));
    private static final Screen AUTOMATION_SET = sources -> settings(sources).automation();
    private static final Screen ADAPTED = BudgetSettingsController::adaptations;

    private final Screens screens;

    BudgetSettingsController(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/mode")
    @AnswersStored
    Mono<Void> mode(Caller caller, ServerWebExchange exchange) {
        return screens.show(MODE_SET, MODE, caller, exchange);
    }

    @GetMapping("/automation_settings")
    @AnswersStored
    Mono<Void> automation(Caller caller, ServerWebExchange exchange) {
        return screens.show(AUTOMATION_SET, AUTOMATION, caller, exchange);
    }

    @GetMapping("/adaptations")
    @AnswersStored
    Mono<Void> adaptations(Caller caller, ServerWebExchange exchange) {
        return screens.show(ADAPTED, ADAPTATIONS, caller, exchange);
    }

    private static AdaptationsView adaptations(Sources sources) {
        var settings = settings(sources);
        return new AdaptationsView(
                settings.adaptations(), List.of(), settings.automation().autoAdaptEnabled());
    }

    private static String mode(Sources sources) {
        var mode = settings(sources).mode();
        return mode == null ? DefaultMode.of(Standing.of(sources.user()).tier()) : mode;
    }

    private static SettingsDocument settings(Sources sources) {
        return sources.find(Model.SETTINGS, "").orElse(NEVER_SET);
    }
}
