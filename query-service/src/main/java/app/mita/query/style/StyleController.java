package app.mita.query.style;

import app.mita.api.style.StyleView;
import app.mita.api.wire.Envelope;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Sources;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A query sent as POST: how the app should look for a person (planning.md, small engines). */
@RestController
@RequestMapping("/api/style")
class StyleController {

    private final Documents documents;
    private final Responses responses;

    StyleController(Documents documents, Responses responses) {
        this.documents = documents;
        this.responses = responses;
    }

    /** Its body. */
    record Question(@NotNull @Valid Person profile) {}

    /** Light or dark is what the user has set in their own profile; the rest follows from the one that is sent. */
    @PostMapping
    Mono<ResponseEntity<Envelope<?>>> style(
            @Valid @RequestBody Question question, Caller caller, ServerWebExchange exchange) {
        return documents
                .compute(caller.user(), StyleController::isDark)
                .map(dark -> new StyleView(question.profile().style(dark)))
                .map(view -> responses.of(exchange, Answer.ok("The app's look.", view)));
    }

    private static boolean isDark(Sources sources) {
        return sources.find(Model.PROFILE, "")
                .map(user -> user.profile().darkModeEnabled())
                .orElse(false);
    }
}
