package app.mita.projection.console;

import app.mita.projection.operations.Operations;
import app.mita.projection.operations.ProjectionView;
import app.mita.projection.operations.Projections;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who did what, when and why. */
@Hidden
@RestController
class AuditPage {

    private static final int SHOWN = 200;

    private final Operations operations;
    private final Projections projections;
    private final Rendering pages;

    AuditPage(Operations operations, Projections projections, Rendering pages) {
        this.operations = operations;
        this.projections = projections;
        this.pages = pages;
    }

    @GetMapping(Places.AUDIT)
    Mono<ResponseEntity<String>> latest(Operator operator, ServerWebExchange exchange) {
        var named = new Fields(exchange.getRequest().getQueryParams()).text("projection");
        var projection = named == null ? null : Fields.projection(named);
        return operations.latest(projection, SHOWN).zipWith(projections.all()).flatMap(found -> {
            var model = new HashMap<String, @Nullable Object>();
            model.put("deeds", found.getT1().stream().map(DeedCard::of).toList());
            model.put(
                    "projections",
                    found.getT2().stream().map(ProjectionView::name).toList());
            model.put("projection", projection);
            model.put("shown", SHOWN);
            return pages.show(operator, "audit", model);
        });
    }
}
