package app.mita.api.published;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The contract as it was committed before, where this is a checkout with a history: against it even a ledger that was
 * edited by hand is found. From an archive of the sources, or a clone of one commit, there is none to compare with.
 */
final class History {

    private History() {}

    /**
     * @param ledger  as it was
     * @param schemas as they were, by name and version
     */
    record Earlier(String commit, Ledger ledger, Map<String, String> schemas) {}

    /**
     * What this work began from, when it is beside main: what was not merged may still change. On main itself the last commit
     * and the one before, the first of which says what is being changed now.
     */
    static List<Earlier> of(Path directory) throws IOException, InterruptedException {
        var head = commit(directory, "rev-parse", "--verify", "HEAD");
        var main = commit(directory, "rev-parse", "--verify", "origin/main");
        var base = commit(directory, "merge-base", "HEAD", main == null ? "main" : "origin/main");
        var earlier = new ArrayList<Earlier>();
        for (var commit : base == null || base.equals(head)
                ? Arrays.asList(head, commit(directory, "rev-parse", "--verify", "HEAD~1"))
                : List.of(base)) {
            if (commit != null) {
                earlier.add(at(directory, commit));
            }
        }
        return earlier;
    }

    private static @Nullable String commit(Path directory, String... asked) throws IOException, InterruptedException {
        var answer = git(directory, List.of(asked));
        return answer == null ? null : answer.strip();
    }

    private static Earlier at(Path directory, String commit) throws IOException, InterruptedException {
        var ledger = Objects.requireNonNullElse(git(directory, List.of("show", commit + ":./" + Ledger.FILE)), "");
        var schemas = new TreeMap<String, String>();
        var listed = git(directory, List.of("ls-tree", "--name-only", commit, "./" + Contract.SCHEMAS + "/"));
        for (var file : Objects.requireNonNullElse(listed, "").lines().toList()) {
            var text = git(directory, List.of("show", commit + ":./" + file));
            if (text != null) {
                schemas.put(Contract.nameOf(Path.of(file)), text);
            }
        }
        return new Earlier(commit, Ledger.of(ledger), schemas);
    }

    /** What git answers; null when it has no answer, or is not there. */
    private static @Nullable String git(Path directory, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noGit) {
            return null;
        }
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0 ? answer : null;
    }
}
