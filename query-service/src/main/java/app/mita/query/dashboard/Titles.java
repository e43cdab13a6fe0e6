package app.mita.query.dashboard;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names of categories as a person reads them. */
final class Titles {

    private Titles() {}

    /** {@code transport public} is Transport Public. */
    static String of(String category) {
        return Arrays.stream(category.split("[ _]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toTitleCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
