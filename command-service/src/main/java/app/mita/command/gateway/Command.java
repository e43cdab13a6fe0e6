package app.mita.command.gateway;

import java.util.UUID;

/**
 * What a user, or the system for them, wants done.
 *
 * @param <R> what the decision tells its sender
 */
public interface Command<R> {

    /** The user in whose name it is done; their commands are decided one after the other on each node. */
    UUID user();
}
