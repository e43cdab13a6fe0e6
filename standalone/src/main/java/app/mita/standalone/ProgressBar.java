package app.mita.standalone;

import java.io.PrintWriter;
import java.time.Duration;

/** How far something is: a bar that is drawn over and over on a terminal, now and then a line of news elsewhere. */
final class ProgressBar implements AutoCloseable {

    /** How often to show. */
    static final Duration EVERY = Duration.ofMillis(500);

    private static final int WIDTH = 30;
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean silent;
    private long lineAt = System.nanoTime() - LINE_NANOS;
    private String last = "";
    private boolean drawn;

    ProgressBar(PrintWriter out, boolean terminal, boolean silent) {
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
        // Rounded down: it says 100 % when nothing is left, and not before.
        double percent = Math.floor(100 * Math.clamp(share, 0, 1));
        int full = (int) (percent * WIDTH / 100);
        var bar = terminal ? "[%s%s] ".formatted("#".repeat(full), "-".repeat(WIDTH - full)) : "";
        show("%s%3.0f %%  %s".formatted(bar, percent, words));
    }

    /** So much of all; without a bar while it is not known how much that is. */
    void show(long done, long all, String words) {
        if (all > 0) {
            show((double) done / all, words);
        } else {
            show(words);
        }
    }

    /** Without a bar: nobody knows how much there is to do. */
    void show(String words) {
        if (silent) {
            return;
        }
        if (terminal) {
            out.print("\r\u001b[K" + words);
            out.flush();
            drawn = true;
        } else if (!words.equals(last) && System.nanoTime() - lineAt >= LINE_NANOS) {
            lineAt = System.nanoTime();
            last = words;
            out.println(words);
            out.flush();
        }
    }

    @Override
    public void close() {
        if (drawn) {
            out.println();
        }
    }
}
