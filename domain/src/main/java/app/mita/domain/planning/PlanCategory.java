package app.mita.domain.planning;

import app.mita.api.transactions.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that plans give to categories. */
public final class PlanCategory {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Map<String, String> SPENT = Arrays.stream(Category.values())
            .map(Category::word)
            .collect(Collectors.toMap(PlanCategory::apart, word -> word));
    private static final Set<String> KNOWN = Stream.of(Priority.named(), Rhythm.named(), SPENT.values().stream())
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

    /**
     * A plan's spelling of a name: as transactions spell it when it is one of their categories, whose row it then is; else
     * lower case, words apart by one space. In what is given underscore and space mean the same.
     */
    public static String named(String name) {
        var apart = apart(name);
        return SPENT.getOrDefault(apart, apart);
    }

    private static String apart(String name) {
        return SPACES.matcher(name.replace('_', ' ').strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
