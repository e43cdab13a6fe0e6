package app.mita.command.planning;

import app.mita.api.wire.Envelope;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.progress.ReadYourWrites;
import app.mita.runtime.security.Caller;
import app.mita.runtime.web.Answer;
import jakarta.validation.Valid;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes under {@code /api/calendar} (planning.md). */
@RestController
class CalendarWrites {

    private static final int LAST_YEAR = 9999;

    private final Commands commands;
    private final ReadYourWrites readYourWrites;

    CalendarWrites(Commands commands, ReadYourWrites readYourWrites) {
        this.commands = commands;
        this.readYourWrites = readYourWrites;
    }

    @PatchMapping("/api/calendar/day/{year}/{month}/{day}")
    Mono<ResponseEntity<Envelope<?>>> editDay(
            @PathVariable int year,
            @PathVariable int month,
            @PathVariable int day,
            @Valid @RequestBody DayEdits body,
            Caller caller,
            ServerWebExchange exchange) {
        var command = new EditDay(caller.user(), day(year, month, day), body.amounts());
        return readYourWrites.answer(
                exchange, commands.send(command), view -> Answer.ok("The day's plan is changed.", view));
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            if (year >= 1 && year <= LAST_YEAR) {
                return LocalDate.of(year, month, day);
            }
        } catch (DateTimeException notInTheCalendar) {
            // refused below
        }
        throw new Refused(ErrorCode.INVALID_DATE, "There is no such date.");
    }
}
