package app.mita.query.profile;

import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.profile.ProfileDocument;
import app.mita.api.profile.ProfileView;
import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Model;
import app.mita.query.readmodel.Screen;
import app.mita.query.readmodel.Sources;
import app.mita.query.web.AnswersStored;
import app.mita.query.web.Opening;
import app.mita.query.web.Screens;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who the user is (core.md section 4). */
@RestController
@RequestMapping("/api/users")
class ProfileController {

    private static final Opening YOURS = Opening.saying("Your profile.");
    private static final Screen PROFILE = ProfileController::profile;

    private final Screens screens;
    private final Documents documents;
    private final Responses responses;

    ProfileController(Screens screens, Documents documents, Responses responses) {
        this.screens = screens;
        this.documents = documents;
        this.responses = responses;
    }

    @GetMapping("/me")
    @AnswersStored
    Mono<Void> me(Caller caller, ServerWebExchange exchange) {
        return screens.show(PROFILE, YOURS, caller, exchange);
    }

    @GetMapping("/{user_id}/premium-status")
    Mono<ResponseEntity<Envelope<?>>> premiumStatus(
            @PathVariable("user_id") UUID user, Caller caller, ServerWebExchange exchange) {
        return premium(own(user, caller), caller)
                .map(premium -> Premium.status(user, premium))
                .map(view -> responses.of(exchange, Answer.ok("Your premium status.", view)));
    }

    @GetMapping("/{user_id}/premium-features")
    Mono<ResponseEntity<Envelope<?>>> premiumFeatures(
            @PathVariable("user_id") UUID user, Caller caller, ServerWebExchange exchange) {
        return premium(own(user, caller), caller)
                .map(premium -> Premium.features(user, premium))
                .map(view -> responses.of(exchange, Answer.ok("What premium has for you.", view)));
    }

    @GetMapping("/{user_id}/subscription-history")
    ResponseEntity<Envelope<?>> subscriptionHistory(
            @PathVariable("user_id") UUID user, Caller caller, ServerWebExchange exchange) {
        return responses.of(exchange, Answer.ok("Your subscriptions.", Premium.history(own(user, caller))));
    }

    /** As the account is now; the token's word where no document is there yet. */
    private Mono<Boolean> premium(UUID user, Caller caller) {
        return documents.compute(user, sources -> sources.find(Model.PROFILE, "")
                .map(ProfileDocument::premium)
                .orElse(caller.premium()));
    }

    /** An unknown id and another user's are refused alike. */
    private static UUID own(UUID user, Caller caller) {
        if (!user.equals(caller.user())) {
            throw new Refused(ErrorCode.FORBIDDEN, "You can only see your own account.");
        }
        return user;
    }

    private static ProfileView profile(Sources sources) {
        return sources.find(Model.PROFILE, "")
                .map(document -> ProfileView.of(sources.owner(), document))
                .orElseGet(() -> justBegun(sources));
    }

    /** A new account before its first event is here: core.md section 3 has what new accounts begin with. */
    private static ProfileView justBegun(Sources sources) {
        sources.changesAt(sources.now());
        var details = new ProfileDetails(
                new PersonalText(""),
                null,
                "US",
                null,
                null,
                null,
                null,
                "UTC",
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                new PersonalText("50/30/20 Rule"),
                "USD",
                true,
                false,
                false);
        return ProfileView.of(sources.owner(), details, false, sources.now());
    }
}
