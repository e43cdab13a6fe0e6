package app.mita.command.transactions;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words about a transaction as they are kept (core.md section 7). Each takes text that its body's limits let through. */
final class Texts {

    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^<>]*>|<!--[^<>]*-->");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Texts() {}

    /** Without HTML tags and outer space; null when nothing is left. */
    static @Nullable String plain(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var stripped = text;
        // Taking a tag out can put another one together.
        for (var before = ""; !before.equals(stripped); ) {
            before = stripped;
            stripped = MARKUP.matcher(before).replaceAll("");
        }
        return stripped.isBlank() ? null : stripped.strip();
    }

    /** A merchant or a place: plain, one space between words, in Title Case. */
    static @Nullable String name(@Nullable String text) {
        var plain = plain(text);
        return plain == null ? null : titleCase(SPACES.matcher(plain).replaceAll(" "));
    }

    /** In lower case, words joined by an underscore, each once. */
    static @Nullable List<String> tags(@Nullable List<String> tags) {
        return tags == null
                ? null
                : tags.stream()
                        .map(tag -> SPACES.matcher(tag.strip()).replaceAll("_").toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
    }

    private static String titleCase(String text) {
        var titled = new StringBuilder(text.length());
        boolean inWord = false;
        for (int point : text.codePoints().toArray()) {
            titled.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inWord = Character.isLetterOrDigit(point) || inWord && isWithinWord(point);
        }
        return titled.toString();
    }

    private static boolean isWithinWord(int point) {
        return point == '\'' || point == '\u2019' || Character.getType(point) == Character.NON_SPACING_MARK;
    }
}
