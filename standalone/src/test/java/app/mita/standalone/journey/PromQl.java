package app.mita.standalone.journey;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of Prometheus' language as it takes to see which figures an expression is about, and by which labels. */
final class PromQl {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
    private static final Pattern DURATIONS = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
    private static final Pattern GROUPS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*(?!\\s*\\(|[\\w:])");
    private static final Pattern LABEL = Pattern.compile("\\w+");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        var bare = expression;
        for (var noise : new Pattern[] {TEXT, MATCHERS, DURATIONS, GROUPS}) {
            bare = noise.matcher(bare).replaceAll(" ");
        }
        return NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    /** Those that it selects or groups by. */
    static Set<String> labels(String expression) {
        var bare = TEXT.matcher(expression).replaceAll(" ");
        var labels = new TreeSet<String>();
        for (var lists : new Pattern[] {MATCHERS, GROUPS}) {
            lists.matcher(bare)
                    .results()
                    .flatMap(list -> LABEL.matcher(list.group(1)).results())
                    .forEach(label -> labels.add(label.group()));
        }
        return labels;
    }
}
