package app.mita.projection.console;

import app.mita.runtime.json.MitaJson;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/**
 * An event of the log in words.
 *
 * @param payload indented, without what is personal
 */
record EventRow(
        long at, String position, String type, int version, UUID user, String userHref, String time, String payload) {

    /** {@code app.mita.TransactionRecorded.v1} without what all types have. */
    static String shortType(String type) {
        return type.startsWith("app.mita.") ? type.substring("app.mita.".length()) : type;
    }

    /** JSON for people; as it is when it is none. */
    static String indented(String json) {
        try {
            return MitaJson.mapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(MitaJson.mapper().readTree(json));
        } catch (JacksonException noJson) {
            return json;
        }
    }
}
