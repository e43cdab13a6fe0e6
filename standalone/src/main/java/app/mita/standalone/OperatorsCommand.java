package app.mita.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks a running MITA by its operators' routes, and says what was answered. */
abstract class OperatorsCommand implements Callable<Integer> {

    /** What no shell takes for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:@=,-]+");

    @Mixin
    private Deployment deployment = new Deployment();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** @throws OperatorError when none runs, or when there is no token for it */
    final OpsApi api() {
        return deployment.api();
    }

    /** The data directory of the MITA on this machine; empty when another one is meant. */
    final Optional<Path> local() {
        return deployment.local();
    }

    /** Whether the answer is wanted as JSON. */
    final boolean json() {
        return deployment.json();
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** This command as it was typed, but with this option: to be typed again. */
    final String typedWith(String option, Object value) {
        var words = new StringJoiner(" ", "./mita ", " " + option + " " + value);
        var typed = spec.commandLine().getParseResult().originalArgs().iterator();
        while (typed.hasNext()) {
            var word = typed.next();
            if (word.equals(option)) {
                typed.next(); // its value
            } else if (!word.startsWith(option + "=")) {
                words.add(PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'");
            }
        }
        return words.toString();
    }

    static String decimal(JsonNode number) {
        return String.format(Locale.ROOT, "%.1f", number.asDouble());
    }

    /** The answer itself where JSON is wanted, else in words. */
    final void say(JsonNode answer, String words) {
        out().println(json() ? OpsApi.pretty(answer) : words);
    }
}
