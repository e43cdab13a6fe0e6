package app.mita.command.profile;

import app.mita.api.wire.Envelope;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Changes of the caller's profile (core.md section 4). */
@RestController
class ProfileController {

    private final ProfileUpdate update;
    private final ReadYourWrites readYourWrites;

    ProfileController(ProfileUpdate update, ReadYourWrites readYourWrites) {
        this.update = update;
        this.readYourWrites = readYourWrites;
    }

    @PatchMapping("/api/users/me")
    Mono<ResponseEntity<Envelope<?>>> change(
            Caller caller, @Valid @RequestBody ProfilePatch body, ServerWebExchange exchange) {
        return readYourWrites.answer(
                exchange,
                update.change(caller.user(), body.changes()),
                profile -> Answer.ok("Profile changed.", profile));
    }
}
