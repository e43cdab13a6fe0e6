package app.mita.command.progress;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client prefers, from its {@code Prefer} headers (RFC 7240). */
final class Preferences {

    static final String PREFER = "Prefer";
    static final String PREFERENCE_APPLIED = "Preference-Applied";
    static final String RESPOND_ASYNC = "respond-async";

    private static final String WORD = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String VALUE = "(?:\\s*=\\s*(?:" + WORD + "|" + QUOTED + ")?)?";
    /** One preference: its name, perhaps a value, perhaps parameters; group 1 is the name. */
    private static final Pattern PREFERENCE =
            Pattern.compile("\\s*(" + WORD + ")" + VALUE + "(?:\\s*;\\s*(?:" + WORD + VALUE + ")?)*\\s*(?:,|$)");

    private static final Pattern EMPTY = Pattern.compile("\\s*,");

    private Preferences() {}

    /**
     * Whether the client would rather not wait (section 4.1 there). A preference that cannot be understood is passed
     * over with the rest of its header, as none of them must be honoured.
     *
     * @param headers all {@code Prefer} headers
     */
    static boolean respondAsync(List<String> headers) {
        return headers.stream().anyMatch(Preferences::asksForAsync);
    }

    private static boolean asksForAsync(String header) {
        Matcher preference = PREFERENCE.matcher(header);
        Matcher empty = EMPTY.matcher(header);
        int at = 0;
        while (at < header.length()) {
            if (empty.region(at, header.length()).lookingAt()) {
                at = empty.end();
            } else if (preference.region(at, header.length()).lookingAt()) {
                if (preference.group(1).toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC)) {
                    return true;
                }
                at = preference.end();
            } else {
                return false;
            }
        }
        return false;
    }
}
