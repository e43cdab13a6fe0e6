package app.mita.command.eventstore;

/** Keys of the metadata that an event message carries beside its payload. */
public final class EventMetadata {

    /** The command that caused the event. */
    public static final String COMMAND_ID = "commandId";

    /** W3C trace context of the request, if there was one. */
    public static final String TRACEPARENT = "traceparent";

    private EventMetadata() {}
}
