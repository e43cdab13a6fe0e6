package app.mita.command.gateway;

/**
 * What a command did.
 *
 * @param result    what its handler returned
 * @param partition of the user whose events were appended
 * @param position  of the last event appended; 0 when the command appended nothing
 */
public record Written<R>(R result, int partition, long position) {}
