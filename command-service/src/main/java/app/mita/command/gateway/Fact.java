package app.mita.command.gateway;

import app.mita.api.event.EventTag;

/** A kind of fact about one boundary: a decision's consistency rests on the events with this tag. */
public record Fact<S>(FactKind<S> kind, EventTag tag) {}
