package app.mita.command.identity;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.identity.limits.RateLimits;
import app.mita.command.identity.limits.RateLimits.Of;
import app.mita.command.identity.password.GoodPassword;
import app.mita.command.identity.reset.PasswordReset;
import app.mita.command.profile.EmailAddress;
import app.mita.command.profile.EmailShape;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import app.mita.runtime.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Passwords changed by who knows them, reset by who reads the account's mail. */
@RestController
@RequestMapping("/api/auth")
class PasswordController {

    private static final int LONGEST = 1_024;
    private static final String ASKED = "If there is an account with this address, a mail is on its way.";

    private final RateLimits limits;
    private final PasswordChange change;
    private final PasswordReset reset;
    private final Responses responses;
    private final Clock clock;

    PasswordController(
            RateLimits limits, PasswordChange change, PasswordReset reset, Responses responses, Clock clock) {
        this.limits = limits;
        this.change = change;
        this.reset = reset;
        this.responses = responses;
        this.clock = clock;
    }

    record ChangeBody(
            @Size(max = LONGEST) @Nullable String currentPassword,
            @GoodPassword @Nullable String newPassword) {

        /** Never the passwords. */
        @Override
        public String toString() {
            return "change of password";
        }
    }

    /** The passwords come in the query, as the original has it, or in a body. */
    @PostMapping("/change-password")
    Mono<ResponseEntity<Envelope<?>>> change(
            Caller caller,
            @RequestParam(name = "current_password", required = false) @Size(max = LONGEST) @Nullable String current,
            @RequestParam(name = "new_password", required = false) @GoodPassword @Nullable String next,
            @Valid @RequestBody(required = false) @Nullable ChangeBody body,
            ServerWebExchange exchange) {
        var currentPassword = current != null || body == null ? current : body.currentPassword();
        var newPassword = next != null || body == null ? next : body.newPassword();
        if (currentPassword == null) {
            throw missing("query.current_password");
        }
        if (newPassword == null) {
            throw missing("query.new_password");
        }
        return change.change(caller.user(), caller.session(), currentPassword, newPassword)
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok(
                                "Password changed.",
                                Map.of(
                                        "message",
                                        "The new password is in force; other devices were signed out.",
                                        "timestamp",
                                        clock.instant())))));
    }

    private static Refused missing(String field) {
        var error = Map.of("field", field, "message", "is required", "type", "missing");
        return new Refused(ErrorCode.INVALID, "The request is not valid", Map.of("validation_errors", List.of(error)));
    }

    record ForgotBody(
            @NotNull @EmailShape String email,
            @Size(max = 200) @Nullable String clientId,
            @Size(max = 2_048) @Nullable String redirectUrl) {}

    @PostMapping("/forgot-password")
    Mono<ResponseEntity<Envelope<?>>> forgot(@Valid @RequestBody ForgotBody body, ServerWebExchange exchange) {
        var email = EmailAddress.of(body.email());
        return ask(email, exchange)
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange, Answer.ok("Asked for.", Map.of("message", ASKED, "email", email.value())))));
    }

    @PostMapping("/password-reset/request")
    Mono<ResponseEntity<Envelope<?>>> request(@RequestParam @EmailShape String email, ServerWebExchange exchange) {
        return ask(EmailAddress.of(email), exchange)
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok(
                                "Asked for.",
                                Map.of(
                                        "message",
                                        ASKED,
                                        "instructions",
                                        "The mail has a token that is good for one hour and one use.")))));
    }

    private Mono<Void> ask(EmailAddress email, ServerWebExchange exchange) {
        return limits.count(Of.RESET, exchange)
                .then(limits.count(Of.RESET, email))
                .then(Mono.defer(() -> reset.ask(email)));
    }

    @RequestMapping(
            path = "/verify-reset-token",
            method = {RequestMethod.GET, RequestMethod.POST})
    Mono<ResponseEntity<Envelope<?>>> verify(
            @RequestParam @Size(max = LONGEST) String token, ServerWebExchange exchange) {
        return limits.count(Of.RESET, exchange)
                .then(Mono.defer(() -> reset.owner(token)))
                .<Map<String, Object>>map(
                        user -> Map.of("valid", true, "message", "The token can be used.", "user_id", user))
                .defaultIfEmpty(Map.of("valid", false, "message", "The token is unknown, used or expired."))
                .map(data -> responses.of(exchange, Answer.ok("Checked.", data)));
    }

    record ResetBody(
            @NotNull @Size(max = LONGEST) String token,
            @NotNull @GoodPassword String newPassword) {

        /** Neither token nor password. */
        @Override
        public String toString() {
            return "reset";
        }
    }

    @PostMapping("/reset-password")
    Mono<ResponseEntity<Envelope<?>>> reset(@Valid @RequestBody ResetBody body, ServerWebExchange exchange) {
        return limits.count(Of.RESET, exchange).then(Mono.defer(() -> set(body.token(), body.newPassword(), exchange)));
    }

    @PostMapping("/password-reset/confirm")
    Mono<ResponseEntity<Envelope<?>>> confirm(
            @RequestParam @EmailShape String email,
            @RequestParam @Size(max = LONGEST) String token,
            @RequestParam("new_password") @GoodPassword String newPassword,
            ServerWebExchange exchange) {
        return limits.count(Of.RESET, exchange)
                .then(Mono.defer(() -> reset.owner(token, EmailAddress.of(email))))
                .switchIfEmpty(Mono.error(() ->
                        new Refused(ErrorCode.INVALID_CREDENTIALS, "The reset token is unknown, used or expired.")))
                .flatMap(user -> set(token, newPassword, exchange));
    }

    private Mono<ResponseEntity<Envelope<?>>> set(String token, String password, ServerWebExchange exchange) {
        return reset.reset(token, password)
                .flatMap(change::settle)
                .then(Mono.fromSupplier(() -> responses.of(
                        exchange,
                        Answer.ok(
                                "Password reset.",
                                Map.of(
                                        "message",
                                        "The new password is in force; all devices were signed out.",
                                        "timestamp",
                                        clock.instant())))));
    }
}
