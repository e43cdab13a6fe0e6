package app.mita.command.gateway;

import app.mita.api.event.MitaEvent;
import java.util.List;

/**
 * What follows from a command.
 *
 * @param result what the sender is told
 * @param events appended together or not at all; none when nothing changes
 */
public record Decision<R>(R result, List<MitaEvent> events) {

    public static <R> Decision<R> of(R result, MitaEvent... events) {
        return new Decision<>(result, List.of(events));
    }

    /** Nothing changes. */
    public static <R> Decision<R> none(R result) {
        return new Decision<>(result, List.of());
    }
}
