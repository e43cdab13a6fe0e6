package app.mita.standalone;

import java.io.PrintWriter;
import java.time.Duration;

/** How far something is: a bar that is drawn over and over on a terminal, now and then a line elsewhere. */
final class ProgressBar {

    /** How often to show. */
    static final Duration EVERY = Duration.ofMillis(500);

    private static final int WIDTH = 30;
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean silent;
    private long lineAt = System.nanoTime() - LINE_NANOS;
    private boolean drawn;

    private ProgressBar(PrintWriter out, boolean terminal, boolean silent) {
        this.out = out;
        this.terminal = terminal;
        this.silent = silent;
    }

    static ProgressBar on(PrintWriter out, boolean silent) {
        var console = System.console();
        return new ProgressBar(out, console != null && console.isTerminal(), silent);
    }

    /** @param share from 0 to 1 */
    void show(double share, String words) {
        if (silent) {
            return;
        }
        int full = (int) Math.round(Math.clamp(share, 0, 1) * WIDTH);
        if (terminal) {
            out.printf("\r\u001b[K[%s%s] %3.0f %%  %s", "#".repeat(full), "-".repeat(WIDTH - full), 100 * share, words);
            out.flush();
            drawn = true;
        } else if (System.nanoTime() - lineAt >= LINE_NANOS) {
            lineAt = System.nanoTime();
            out.printf("%3.0f %%  %s%n", 100 * share, words);
            out.flush();
        }
    }

    void end() {
        if (drawn) {
            out.println();
        }
    }
}
