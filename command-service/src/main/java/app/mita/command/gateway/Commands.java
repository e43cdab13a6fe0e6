package app.mita.command.gateway;

import app.mita.runtime.tracing.Tracing;
import reactor.core.publisher.Mono;

/** The way in for commands. */
public interface Commands {

    /** Key in the Reactor context under which a command finds its request's W3C traceparent, a String, if there is one. */
    String TRACEPARENT = Tracing.TRACEPARENT;

    /**
     * Decides the command and appends what follows. Completes once the events are durable.
     *
     * @return fails with {@link app.mita.api.wire.Refused}: the rule's own refusal, CONFLICT when others kept getting
     *     in between, SERVICE_UNAVAILABLE when the event store cannot be reached
     */
    <R> Mono<Written<R>> send(Command<R> command);
}
