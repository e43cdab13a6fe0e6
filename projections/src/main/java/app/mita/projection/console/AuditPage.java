package app.mita.projection.console;

import app.mita.projection.operations.OperationLog;
import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.Projections;
import app.mita.runtime.operations.ProjectionName;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who did what, when and why, to be searched. */
@Hidden
@RestController
class AuditPage {

    private static final int PAGE = 50;
    private static final List<String> FILTERS = List.of("operator", "verb", "projection", "from", "until");

    private final OperationLog record;
    private final Projections projections;
    private final Rendering pages;

    AuditPage(OperationLog record, Projections projections, Rendering pages) {
        this.record = record;
        this.projections = projections;
        this.pages = pages;
    }

    /**
     * A verb to look for.
     *
     * @param label for people
     */
    record Choice(String verb, String label) {}

    @GetMapping(Places.AUDIT)
    Mono<ResponseEntity<String>> search(Operator operator, ServerWebExchange exchange) {
        var asked = new Fields(exchange.getRequest().getQueryParams());
        var projection = asked.text("projection");
        var search = new OperationLog.Search(
                asked.text("operator"),
                asked.text("verb"),
                projection == null ? null : ProjectionName.possible(projection),
                asked.time("from"),
                asked.time("until"),
                asked.id("before"));
        return Mono.zip(record.search(search, PAGE), record.verbs(), projections.all())
                .flatMap(found -> {
                    var deeds = found.getT1();
                    var model = new HashMap<String, @Nullable Object>();
                    model.put(
                            "deeds",
                            deeds.operations().stream().map(DeedCard::of).toList());
                    model.put("count", Words.count(deeds.operations().size(), "deed"));
                    model.put(
                            "verbs",
                            withAsked(found.getT2(), search.verb()).stream()
                                    .map(verb -> new Choice(verb, DeedCard.spelled(verb)))
                                    .toList());
                    model.put(
                            "projections",
                            withAsked(
                                    found.getT3().stream()
                                            .map(ProjectionView::name)
                                            .toList(),
                                    projection));
                    // The layout has an operator of its own: the one who is signed in.
                    model.put("who", search.operator());
                    model.put("verb", search.verb());
                    model.put("projection", projection);
                    model.put("from", asked.text("from"));
                    model.put("until", asked.text("until"));
                    model.put(
                            "older",
                            deeds.next() == null ? null : asked.olderPage(Places.AUDIT, FILTERS, deeds.next()));
                    model.put("narrowed", FILTERS.stream().anyMatch(filter -> asked.text(filter) != null));
                    model.put("first", search.before() == null);
                    return pages.show(operator, "audit", model);
                });
    }

    /** What was asked for stays chosen in the form, though there may be none of it. */
    private static List<String> withAsked(List<String> offered, @Nullable String asked) {
        return asked == null || offered.contains(asked)
                ? offered
                : Stream.concat(offered.stream(), Stream.of(asked)).toList();
    }
}
