package app.mita.command.progress;

import java.util.List;

/** What a client prefers, from its {@code Prefer} headers (RFC 7240). */
final class Preferences {

    static final String PREFER = "Prefer";
    static final String PREFERENCE_APPLIED = "Preference-Applied";
    static final String RESPOND_ASYNC = "respond-async";

    private Preferences() {}

    /**
     * Whether the client would rather not wait (section 4.1 there).
     *
     * @param headers all {@code Prefer} headers; each may hold several preferences
     */
    static boolean respondAsync(List<String> headers) {
        return headers.stream().anyMatch(header -> names(header, RESPOND_ASYNC));
    }

    /** Looks at each of the preferences between the commas that are not within a quoted string. */
    private static boolean names(String header, String name) {
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < header.length(); at++) {
            switch (header.charAt(at)) {
                case '"' -> quoted = !quoted;
                case '\\' -> at += quoted ? 1 : 0;
                case ',' -> {
                    if (!quoted) {
                        if (isNamed(header.substring(begin, at), name)) {
                            return true;
                        }
                        begin = at + 1;
                    }
                }
                default -> {}
            }
        }
        return isNamed(header.substring(begin), name);
    }

    /** A value or parameters may follow the name. */
    private static boolean isNamed(String preference, String name) {
        int end = 0;
        while (end < preference.length() && "=;".indexOf(preference.charAt(end)) < 0) {
            end++;
        }
        return preference.substring(0, end).strip().equalsIgnoreCase(name);
    }
}
