package app.mita.projection.console;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.operations.Pauses;
import app.mita.projection.operations.Rebuilds;
import app.mita.projection.operations.ReplayWish;
import app.mita.projection.operations.Replays;
import app.mita.runtime.operations.Operation;
import app.mita.runtime.security.Operator;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The forms of a projection's page. */
@Hidden
@RestController
class VerbRoutes {

    private final Replays replays;
    private final Pauses pauses;
    private final Rebuilds rebuilds;

    VerbRoutes(Replays replays, Pauses pauses, Rebuilds rebuilds) {
        this.replays = replays;
        this.pauses = pauses;
        this.rebuilds = rebuilds;
    }

    @PostMapping(Places.PROJECTION + "{name}")
    Mono<ResponseEntity<String>> perform(Operator operator, @PathVariable String name, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> perform(operator, Fields.projection(name), new Fields(form)))
                .map(done -> Rendering.goTo(ProjectionCard.href(name) + "?deed=" + done.id() + "#deed"));
    }

    private Mono<Operation> perform(Operator operator, String name, Fields form) {
        var verb = Verb.named(Objects.requireNonNullElse(form.text("verb"), ""))
                .orElseThrow(() -> new Refused(ErrorCode.INVALID_VALUE, "This is nothing that can be done."));
        if (verb.dangerous()) {
            form.demandConfirmation();
        }
        var deed = form.deed(verb.word(), name, Map.of(), operator);
        return switch (verb) {
            case PAUSE -> pauses.pause(deed);
            case RESUME -> pauses.resume(deed);
            case REPLAY -> {
                var wish = new ReplayWish(
                        form.position("from_position"), form.time("from_time"), form.ticked("switches_itself"));
                yield replays.replay(deed.with(wish.arguments()), wish);
            }
            case PAUSE_REPLAY -> replays.pause(deed);
            case RESUME_REPLAY -> replays.resume(deed);
            case SWITCH -> replays.switchOver(deed);
            case CANCEL -> replays.cancel(deed);
            case ROLL_BACK -> replays.rollBack(deed);
            case DROP -> replays.drop(deed);
            case VERIFY -> rebuilds.verify(deed);
            case REBUILD -> {
                var user = form.requiredId("user");
                yield rebuilds.rebuild(deed.with(Map.of("user_id", user)), user);
            }
        };
    }
}
