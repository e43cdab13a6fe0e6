package app.mita.projection.console;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.engine.AsOf;
import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.Projections;
import app.mita.runtime.operations.ProjectionName;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One user's events as a time line, and beside it a read model as it was at any of them. */
@Hidden
@RestController
class UserPages {

    private static final int DOCUMENTS = 20;
    private static final String FIRST_MODEL = "dashboard";

    private final EventLog log;
    private final UserActivity activity;
    private final AsOf asOf;
    private final Projections projections;
    private final Rendering pages;

    UserPages(EventLog log, UserActivity activity, AsOf asOf, Projections projections, Rendering pages) {
        this.log = log;
        this.activity = activity;
        this.asOf = asOf;
        this.projections = projections;
        this.pages = pages;
    }

    /** A document in words. */
    record DocumentCard(String key, String position, String json) {}

    @GetMapping(Places.USERS)
    Mono<ResponseEntity<String>> find(Operator operator, ServerWebExchange exchange) {
        var user = new Fields(exchange.getRequest().getQueryParams()).id("user");
        return user == null
                ? pages.show(operator, "users", Map.of())
                : Mono.just(Rendering.goTo(Places.USERS + "/" + user));
    }

    @GetMapping(Places.USERS + "/{id}")
    Mono<ResponseEntity<String>> user(Operator operator, @PathVariable String id, ServerWebExchange exchange) {
        var user = Fields.user(id);
        var asked = new Fields(exchange.getRequest().getQueryParams());
        var at = asked.position("at");
        var before = asked.position("before");
        var model = asked.text("model");
        var wanted = model == null ? FIRST_MODEL : ProjectionName.possible(model);
        return activity.of(user)
                .switchIfEmpty(Mono.error(() -> new Refused(ErrorCode.NOT_FOUND, "The log has no event of this user.")))
                .flatMap(active -> {
                    long until = at == null ? active.last() : at;
                    Long from = before == null ? above(until, active) : before;
                    return Mono.zip(
                                    log.search(new EventLog.Search(user, null, null, null, from)),
                                    past(wanted, user, until),
                                    activity.around(user, until),
                                    names())
                            .flatMap(found -> pages.show(
                                    operator,
                                    "user",
                                    model(
                                            user,
                                            wanted,
                                            until,
                                            active,
                                            found.getT1(),
                                            found.getT2(),
                                            found.getT3(),
                                            found.getT4())));
                });
    }

    /** The time line begins so that the event that is looked at is on its first page. */
    private static @Nullable Long above(long until, UserActivity.Active active) {
        return until >= active.last() ? null : Long.valueOf(until + 1);
    }

    /** A fold that this node cannot do is told in the page: the time line is there all the same. */
    private Mono<Looked> past(String model, UUID user, long until) {
        return asOf.documents(model, user, until, DOCUMENTS)
                .map(past -> new Looked(past, null))
                .onErrorResume(
                        Refused.class,
                        refused -> refused.code() == ErrorCode.CONFLICT
                                ? Mono.just(new Looked(null, refused.getMessage()))
                                : Mono.error(refused));
    }

    private record Looked(
            AsOf.@Nullable Past past, @Nullable String refused) {}

    private Mono<List<String>> names() {
        return projections
                .all()
                .map(all -> all.stream().map(ProjectionView::name).toList());
    }

    private static Map<String, @Nullable Object> model(
            UUID user,
            String wanted,
            long until,
            UserActivity.Active active,
            EventLog.Found events,
            Looked looked,
            UserActivity.Around around,
            List<String> names) {
        var model = new HashMap<String, @Nullable Object>();
        var href = Places.USERS + "/" + user;
        model.put("user", user);
        model.put("href", href);
        model.put("model", wanted);
        model.put("models", names);
        model.put("at", until);
        model.put("atWords", Words.number(until));
        model.put("active", active);
        model.put("chart", active.chart(until));
        model.put("events", events.events());
        model.put("older", events.next() == null ? null : link(href, until, wanted) + "&before=" + events.next());
        model.put("latest", until < active.last() ? link(href, active.last(), wanted) : null);
        model.put("earlier", around.earlier() == null ? null : link(href, around.earlier(), wanted));
        model.put("later", around.later() == null ? null : link(href, around.later(), wanted));
        model.put("refused", looked.refused);
        model.put("past", looked.past);
        if (looked.past != null) {
            model.put("folded", Words.count(looked.past.events(), "event"));
            model.put("documentCount", Words.count(looked.past.documents(), "document"));
            model.put("failedAt", Words.number(looked.past.failedAt()));
            model.put(
                    "documents",
                    looked.past.shown().stream()
                            .map(document -> new DocumentCard(
                                    document.key().isEmpty() ? "the document" : document.key(),
                                    Words.number(document.position()),
                                    EventRow.indented(document.json())))
                            .toList());
        }
        return model;
    }

    private static String link(String href, long at, String model) {
        return href + "?at=" + at + "&model=" + model;
    }
}
