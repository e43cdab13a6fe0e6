package app.mita.api.event;

/** Kafka headers of an event: the CloudEvents 1.0 binary binding, and our extensions. All values are UTF-8 text. */
public final class CloudEventHeaders {

    /** Version of CloudEvents: 1.0. */
    public static final String SPECVERSION = "ce_specversion";
    /** A UUID of the event itself; the same in every copy of it. */
    public static final String ID = "ce_id";
    /** Who says so: /mita. */
    public static final String SOURCE = "ce_source";
    /** {@code app.mita.<EventName>.v<version>}; names the schema of the payload. */
    public static final String TYPE = "ce_type";
    /** The user's id. */
    public static final String SUBJECT = "ce_subject";
    /** When the event occurred, RFC 3339 in UTC. */
    public static final String TIME = "ce_time";
    /** Extension: the event's place in the log of all events, decimal; from 1, without gaps, in order of commits. */
    public static final String POSITION = "ce_position";
    /** Extension: the id of the command that caused the event. */
    public static final String COMMAND_ID = "ce_commandid";
    /** Extension (distributed tracing): the W3C trace context of the request; absent when there was none. */
    public static final String TRACEPARENT = "ce_traceparent";
    /** Of the payload: application/json. */
    public static final String CONTENT_TYPE = "content-type";

    private static final String PREFIX = "app.mita.";

    private CloudEventHeaders() {}

    public static String typeOf(String eventName, int version) {
        return PREFIX + eventName + ".v" + version;
    }

    /** The event's name within a type made by {@link #typeOf}. */
    public static String nameIn(String type) {
        return type.substring(PREFIX.length(), type.lastIndexOf(".v"));
    }
}
