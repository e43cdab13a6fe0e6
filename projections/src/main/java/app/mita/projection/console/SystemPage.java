package app.mita.projection.console;

import app.mita.projection.operations.Instances;
import app.mita.projection.operations.OperationLog;
import app.mita.projection.operations.PublishedEvents;
import app.mita.projection.operations.Republishing;
import app.mita.runtime.operations.Operations;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the projections run on: the nodes, and Kafka's topic, which can be made anew. */
@Hidden
@RestController
class SystemPage {

    private static final int DEEDS = 8;

    private final Instances instances;
    private final PublishedEvents published;
    private final Republishing republishing;
    private final Operations operations;
    private final OperationLog record;
    private final Rendering pages;
    private final Clock clock;

    SystemPage(
            Instances instances,
            PublishedEvents published,
            Republishing republishing,
            Operations operations,
            OperationLog record,
            Rendering pages,
            Clock clock) {
        this.instances = instances;
        this.published = published;
        this.republishing = republishing;
        this.operations = operations;
        this.record = record;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping(Places.SYSTEM)
    Mono<ResponseEntity<String>> show(Operator operator, ServerWebExchange exchange) {
        var asked = new Fields(exchange.getRequest().getQueryParams()).id("deed");
        var republished = new OperationLog.Search(null, Republishing.VERB, null, null, null, null);
        return Mono.zip(model(), DeedCard.find(operations, asked), record.search(republished, DEEDS))
                .flatMap(found -> {
                    var model = found.getT1();
                    model.put("deed", found.getT2().orElse(null));
                    model.put(
                            "deeds",
                            found.getT3().operations().stream()
                                    .map(DeedCard::of)
                                    .toList());
                    model.put("verb", Republishing.VERB);
                    model.put("operation", UUID.randomUUID());
                    return pages.show(operator, "system", model);
                });
    }

    /** @return what moves on the page, with a word for who hears it when nodes came or went */
    @GetMapping(Places.SYSTEM + "/live")
    Mono<ResponseEntity<String>> live(Operator operator, ServerWebExchange exchange) {
        var seen = exchange.getRequest().getQueryParams().getFirst("seen");
        return model().flatMap(model -> {
            model.put("changed", !String.valueOf(model.get("mark")).equals(seen));
            return pages.part("system", "live", model);
        });
    }

    /** The topic is typed, so that nobody makes another one anew by mistake. */
    @PostMapping(Places.SYSTEM)
    Mono<ResponseEntity<String>> republish(Operator operator, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(Fields::new)
                .flatMap(form -> {
                    var topic = form.text("topic");
                    if (topic == null) {
                        throw Fields.refused("Type the name of the topic that is to be made anew.");
                    }
                    return republishing.republish(
                            form.deed(Republishing.VERB, null, Map.of("topic", topic), operator), topic);
                })
                .map(asked -> Rendering.goTo(Places.SYSTEM + "?deed=" + asked.id() + "#deed"));
    }

    private Mono<HashMap<String, @Nullable Object>> model() {
        return Mono.zip(instances.present(), published.standing()).map(found -> {
            var nodes = found.getT1().stream()
                    .map(node -> NodeCard.of(node, clock.instant()))
                    .toList();
            var standing = found.getT2();
            var model = new HashMap<String, @Nullable Object>();
            model.put("nodes", nodes);
            model.put("mark", NodeCard.mark(nodes));
            model.put("said", NodeCard.said(nodes));
            model.put("topic", republishing.topic());
            model.put("partitions", standing.partitions());
            model.put("head", Words.number(standing.head()));
            model.put("arrived", Words.number(standing.arrived()));
            model.put("underway", Words.number(standing.underway()));
            return model;
        });
    }
}
