package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.query.readmodel.Document;
import app.mita.query.readmodel.Users;
import app.mita.query.readmodel.View;
import app.mita.query.transactions.Transactions;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.JsonAnswers;
import app.mita.query.web.Opening;
import app.mita.runtime.security.Caller;
import java.time.Clock;
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

    private final View<DashboardDocument> screen = new DashboardScreen();
    private final View<DashboardDocument> quickStats = new QuickStats();
    private final Users users;
    private final Transactions transactions;
    private final JsonAnswers answers;
    private final Clock clock;

    DashboardController(Users users, Transactions transactions, JsonAnswers answers, Clock clock) {
        this.users = users;
        this.transactions = transactions;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping
    @AnswersStored
    Mono<Void> dashboard(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .flatMap(user -> RecentList.isComplete(user.value())
                        ? answers.write(exchange, DASHBOARD, user.render(screen, clock.instant()))
                        : completed(user, caller.user()).flatMap(data -> answers.write(exchange, DASHBOARD, data)));
    }

    @GetMapping("/quick-stats")
    @AnswersStored
    Mono<Void> quickStats(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .flatMap(user -> answers.write(exchange, QUICK_STATS, user.render(quickStats, clock.instant())));
    }

    /** Not kept: it comes from more rows than the document's own. */
    private Mono<byte[]> completed(Document<DashboardDocument> user, UUID id) {
        return transactions.newest(id, DashboardScreen.RECENT).map(newest -> screen.render(
                        RecentList.replaced(user.value(), newest), clock.instant())
                .json());
    }
}
