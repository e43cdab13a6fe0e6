package app.mita.query.checkpoint;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The contract pins this route to 501 (planning.md, small engines). */
@RestController
@RequestMapping("/api/checkpoint")
class CheckpointController {

    @PostMapping("/today")
    Mono<Void> today() {
        return Mono.error(
                new Refused(ErrorCode.NOT_IMPLEMENTED, "There is no checkpoint; the day's budget is at live_status."));
    }
}
