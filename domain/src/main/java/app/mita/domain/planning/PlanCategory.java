package app.mita.domain.planning;

import app.mita.api.transactions.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that plans give to categories. */
public final class PlanCategory {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> KNOWN = Stream.of(
                    Priority.named(),
                    Rhythm.named(),
                    Arrays.stream(Category.values()).map(category -> named(category.word())))
            .flatMap(names -> names)
            .collect(Collectors.toUnmodifiableSet());

    private PlanCategory() {}

    /**
     * Whether any plan may have it: the planner's own categories and those that money is spent on.
     *
     * @param name as {@link #named} spells it
     */
    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** A plan's spelling of a name: lower case, words apart by one space; underscore and space mean the same. */
    public static String named(String name) {
        return SPACES.matcher(name.replace('_', ' ').strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
