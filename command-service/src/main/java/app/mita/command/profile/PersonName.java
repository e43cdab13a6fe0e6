package app.mita.command.profile;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people's names are written (core.md section 3): 2 to 100 letters, spaces, hyphens, dots, apostrophes. */
public final class PersonName {

    private static final Pattern SHAPE = Pattern.compile("(?=.*\\p{L})[\\p{L}\\p{M} .'’-]{2,100}");

    private PersonName() {}

    /** A blank name is none and fits. */
    public static boolean fits(String text) {
        return text.isBlank() || SHAPE.matcher(text.strip()).matches();
    }

    /** Stripped, each word in title case; null for a blank or absent name. */
    public static @Nullable String titleCase(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var titled = new StringBuilder(text.length());
        boolean inWord = false;
        for (int point : text.strip().codePoints().toArray()) {
            titled.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
            inWord = Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK;
        }
        return titled.toString();
    }
}
