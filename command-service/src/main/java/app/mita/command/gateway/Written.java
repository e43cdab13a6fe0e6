package app.mita.command.gateway;

/**
 * What a command did.
 *
 * @param result    what its handler returned
 * @param partition of the user whose events were appended
 * @param position  of the last event appended, by an earlier command where this one appended nothing; 0 when none is known
 */
public record Written<R>(R result, int partition, long position) {}
