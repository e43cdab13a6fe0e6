package app.mita.query.cluster;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.domain.analytics.SpendingHabit;
import app.mita.domain.cluster.SpenderCluster;
import app.mita.query.analytics.LastDays;
import app.mita.query.analytics.SpendingMonths;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Sources;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
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

    private final Documents documents;
    private final Responses responses;

    ClusterController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
    }

    /** A query sent as POST; a body is not needed. */
    @PostMapping("/label")
    Mono<ResponseEntity<Envelope<?>>> label(Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), ClusterController::cluster)
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

    private static SpenderCluster cluster(Sources sources) {
        var days = LastDays.until(sources.today(), SpendingHabit.DAYS);
        var sums = SpendingMonths.of(sources, days);
        return SpenderCluster.of(
                days.spread(sums), days.categories(sums), sources.user().income());
    }

    private static Refused notBuilt() {
        return new Refused(ErrorCode.NOT_IMPLEMENTED, "Groups are not computed from users' data.");
    }
}
