package app.mita.projection.console;

import app.mita.api.event.EventTypes;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The log of events, to be searched. */
@Hidden
@RestController
class EventPages {

    private static final List<String> TYPES =
            EventTypes.ALL.stream().map(EventTypes::nameOf).sorted().toList();

    /** What narrows the search on the later pages as well. */
    private static final List<String> FILTERS = List.of("user", "type", "from", "until");

    private final EventLog log;
    private final Rendering pages;

    EventPages(EventLog log, Rendering pages) {
        this.log = log;
        this.pages = pages;
    }

    @GetMapping(Places.EVENTS)
    Mono<ResponseEntity<String>> search(Operator operator, ServerWebExchange exchange) {
        var asked = new Fields(exchange.getRequest().getQueryParams());
        var position = asked.position("position");
        var before = asked.position("before");
        var type = asked.text("type");
        if (type != null && !TYPES.contains(type)) {
            throw Fields.refused("There is no event of this type.");
        }
        var search = new EventLog.Search(
                asked.id("user"),
                type,
                asked.time("from"),
                asked.time("until"),
                before != null ? before : position == null ? null : Long.valueOf(position + 1));
        return log.search(search).flatMap(found -> {
            var model = new HashMap<String, @Nullable Object>();
            model.put("found", found);
            model.put("count", Words.count(found.events().size(), "event"));
            model.put("types", TYPES);
            model.put("type", type);
            for (var field : List.of("user", "from", "until", "position")) {
                model.put(field, asked.text(field));
            }
            model.put("userHref", search.user() == null ? null : Places.USERS + "/" + search.user());
            model.put("older", found.next() == null ? null : asked.olderPage(Places.EVENTS, FILTERS, found.next()));
            model.put("looked", Words.number(found.looked()));
            return pages.show(operator, "events", model);
        });
    }
}
