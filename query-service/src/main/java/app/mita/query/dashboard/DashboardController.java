package app.mita.query.dashboard;

import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Screen;
import app.mita.query.transactions.Transactions;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.JsonAnswers;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.json.MitaJson;
import app.mita.runtime.security.Caller;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The app's main screen (core.md section 6): the read that is asked for most. */
@RestController
@RequestMapping("/api/dashboard")
class DashboardController {

    private static final Opening DASHBOARD = Opening.saying("Your dashboard.");
    private static final Opening QUICK_STATS = Opening.saying("Your month in figures.");

    private static final Screen SCREEN = new DashboardScreen();
    private static final Screen STATS = new QuickStats();

    private final Screens screens;
    private final Documents documents;
    private final Transactions transactions;
    private final JsonAnswers answers;

    DashboardController(Screens screens, Documents documents, Transactions transactions, JsonAnswers answers) {
        this.screens = screens;
        this.documents = documents;
        this.transactions = transactions;
        this.answers = answers;
    }

    @GetMapping
    @AnswersStored
    Mono<Void> dashboard(Caller caller, ServerWebExchange exchange) {
        return documents
                .draw(caller.user(), SCREEN)
                .switchIfEmpty(Mono.defer(() -> completed(caller.user())))
                .flatMap(data -> answers.write(exchange, DASHBOARD, data));
    }

    @GetMapping("/quick-stats")
    @AnswersStored
    Mono<Void> quickStats(Caller caller, ServerWebExchange exchange) {
        return screens.show(STATS, QUICK_STATS, caller, exchange);
    }

    /** Not kept: it comes from more rows than documents. */
    private Mono<byte[]> completed(UUID user) {
        return transactions
                .newest(user, DashboardScreen.RECENT)
                .map(RecentList::of)
                .flatMap(newest -> documents.compute(
                        user, sources -> DashboardScreen.view(sources.user(), newest, Today.of(sources))))
                .map(MitaJson.mapper()::writeValueAsBytes);
    }
}
