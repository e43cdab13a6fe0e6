package app.mita.command.gateway;

/** What a handled command gave: Axon's result message carries it before its events have a position. */
final class Outcome<R> {

    final R result;

    /** Of the last event appended, set at the end of the unit of work; 0 when none was. */
    volatile long position;

    Outcome(R result) {
        this.result = result;
    }
}
