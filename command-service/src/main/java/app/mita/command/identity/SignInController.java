package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.command.gateway.Written;
import app.mita.command.identity.google.IdTokenShape;
import app.mita.command.identity.limits.RateLimits;
import app.mita.command.identity.limits.RateLimits.Of;
import app.mita.command.identity.password.PasswordHashing;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailShape;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.ClientAddress;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The ways in: register, log in, refresh, Google. */
@RestController
@RequestMapping("/api/auth")
class SignInController {

    private static final int LONGEST_TOKEN = 4_096;

    private final RateLimits limits;
    private final PasswordHashing hashing;
    private final Registration registration;
    private final Admission admission;
    private final GoogleSignIn google;
    private final ReadYourWrites readYourWrites;
    private final Responses responses;
    private final ClientAddress addresses;
    private final Clock clock;

    SignInController(
            RateLimits limits,
            PasswordHashing hashing,
            Registration registration,
            Admission admission,
            GoogleSignIn google,
            ReadYourWrites readYourWrites,
            Responses responses,
            ClientAddress addresses,
            Clock clock) {
        this.limits = limits;
        this.hashing = hashing;
        this.registration = registration;
        this.admission = admission;
        this.google = google;
        this.readYourWrites = readYourWrites;
        this.responses = responses;
        this.addresses = addresses;
        this.clock = clock;
    }

    @PostMapping("/register")
    Mono<ResponseEntity<Envelope<?>>> register(@Valid @RequestBody RegistrationBody body, ServerWebExchange exchange) {
        var registered = limits.count(Of.REGISTER, exchange)
                .then(Mono.defer(() -> hashing.hash(body.password())))
                .flatMap(hash -> registration.register(NewAccounts.profile(body), hash))
                .flatMap(written -> admission
                        .letIn(written.result(), null)
                        .map(in -> new Written<>(in, written.partition(), written.position())));
        return readYourWrites.answer(exchange, registered, in -> Answer.created("Your account is open.", in)
                .withMeta(Map.of(
                        "welcome_info",
                        Map.of(
                                "onboarding_required",
                                true,
                                "features_unlocked",
                                List.of("basic_budgeting", "expense_tracking")))));
    }

    record LoginBody(
            @NotNull @EmailShape String email,
            @NotNull @Size(max = 1_024) String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "login";
        }
    }

    @PostMapping("/login")
    Mono<ResponseEntity<Envelope<?>>> logIn(@Valid @RequestBody LoginBody body, ServerWebExchange exchange) {
        var email = EmailAddress.of(body.email());
        return limits.count(Of.LOGIN, exchange)
                .then(limits.count(Of.LOGIN, email))
                .then(Mono.defer(() -> admission.logIn(email, body.password())))
                .map(in -> responses.of(
                        exchange, Answer.ok("Welcome back.", in).withMeta(Map.of("login_info", loginInfo(exchange)))));
    }

    private Map<String, Object> loginInfo(ServerWebExchange exchange) {
        return Map.of(
                "login_time", clock.instant(), "client_ip", addresses.of(exchange), "requires_password_change", false);
    }

    record RefreshBody(@NotNull @Size(max = LONGEST_TOKEN) String refreshToken) {

        /** Never the token. */
        @Override
        public String toString() {
            return "refresh";
        }
    }

    @PostMapping("/refresh-token")
    Mono<ResponseEntity<Envelope<?>>> refresh(@Valid @RequestBody RefreshBody body, ServerWebExchange exchange) {
        return limits.count(Of.REFRESH, exchange)
                .then(Mono.defer(() -> admission.refresh(body.refreshToken())))
                .map(in -> responses.of(exchange, Answer.ok("Tokens renewed.", in)));
    }

    record GoogleBody(@NotNull @IdTokenShape String idToken) {

        /** Never the token. */
        @Override
        public String toString() {
            return "google";
        }
    }

    @PostMapping("/google")
    Mono<ResponseEntity<Envelope<?>>> google(@Valid @RequestBody GoogleBody body, ServerWebExchange exchange) {
        var signedIn = limits.count(Of.LOGIN, exchange).then(Mono.defer(() -> google.signIn(body.idToken())));
        return readYourWrites.answer(exchange, signedIn, in -> Answer.ok("Welcome.", in));
    }
}
