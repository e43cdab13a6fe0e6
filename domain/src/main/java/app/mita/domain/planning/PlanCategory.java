package app.mita.domain.planning;

import java.util.Locale;

/** The names that plans give to categories. */
public final class PlanCategory {

    private PlanCategory() {}

    /** A plan's spelling of a name: lower case, words apart by one space; underscore and space mean the same. */
    public static String named(String name) {
        return name.replace('_', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
