package app.mita.query.cluster;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.cluster.SpenderCluster;
import app.mita.query.analytics.LastDays;
import app.mita.query.analytics.SpendingMonths;
import app.mita.query.readmodel.Users;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The kind of spender that the user is, by rule; groups are not computed from all users' data (planning.md, small engines). */
@RestController
@RequestMapping("/api/cluster")
class ClusterController {

    private final SpendingMonths spending;
    private final Users users;
    private final Responses responses;
    private final Clock clock;

    ClusterController(SpendingMonths spending, Users users, Responses responses, Clock clock) {
        this.spending = spending;
        this.users = users;
        this.responses = responses;
        this.clock = clock;
    }

    /** A query sent as POST; a body is not needed. */
    @PostMapping("/label")
    Mono<ResponseEntity<Envelope<?>>> label(Caller caller, ServerWebExchange exchange) {
        return users.find(caller.user())
                .flatMap(user -> cluster(caller.user(), user.value()))
                .map(cluster -> responses.of(exchange, Answer.ok("What kind of spender you are.", cluster.label())));
    }

    @PostMapping("/fit")
    Mono<Void> fit() {
        return Mono.error(notBuilt());
    }

    @GetMapping("/centroids")
    Mono<Void> centroids() {
        return Mono.error(notBuilt());
    }

    private Mono<SpenderCluster> cluster(UUID id, DashboardDocument user) {
        var today = Users.dayOf(clock.instant(), user);
        var days = LastDays.until(today, SpendingHabit.DAYS);
        var months = days.months();
        return spending.between(id, months.getFirst(), months.getLast())
                .map(sums -> SpenderCluster.of(days.spread(sums), days.categories(sums), user.income()));
    }

    private static Refused notBuilt() {
        return new Refused(ErrorCode.NOT_IMPLEMENTED, "Groups are not computed from users' data.");
    }
}
