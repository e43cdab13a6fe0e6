package app.mita.projection.console;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.runtime.security.ConsoleSession;
import app.mita.runtime.security.Operator;
import app.mita.runtime.web.ErrorAnswers;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Failures as pages, for the console's routes alone: what went wrong and where to go from there. */
@Hidden
@RestController
@RestControllerAdvice(basePackageClasses = ConsoleErrors.class)
class ConsoleErrors {

    private final ErrorAnswers errors;
    private final Rendering pages;

    ConsoleErrors(ErrorAnswers errors, Rendering pages) {
        this.errors = errors;
        this.pages = pages;
    }

    /** Addresses below the console's that no page has. */
    @GetMapping(ConsoleSession.PAGES + "**")
    Mono<ResponseEntity<String>> nothing(Operator operator) {
        return Mono.error(new Refused(ErrorCode.NOT_FOUND, "There is no such page."));
    }

    @ExceptionHandler(Throwable.class)
    Mono<ResponseEntity<String>> told(Throwable thrown, ServerWebExchange exchange) {
        var told = errors.told(exchange, thrown);
        return pages.show(
                HttpStatusCode.valueOf(told.status()),
                null,
                "error",
                Map.of(
                        "status",
                        told.status(),
                        "message",
                        told.message(),
                        "errorId",
                        told.errorId(),
                        "title",
                        title(told.status())));
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Not possible right now";
            case 503 -> "Not available right now";
            default -> status < 500 ? "That did not fit" : "Something went wrong";
        };
    }
}
