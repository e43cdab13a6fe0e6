package app.mita.command.eventstore;

/**
 * The database could not be reached, or did not answer in time. An append that ended so has either not happened, or
 * could not be found out about in time; the same command may be sent again if it is idempotent.
 */
public final class EventStoreUnavailable extends RuntimeException {

    EventStoreUnavailable(Throwable cause) {
        super(cause.toString(), cause);
    }
}
