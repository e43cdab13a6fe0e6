package app.mita.projection.console;

import java.util.Arrays;
import java.util.Locale;

/**
 * A small chart: one number over the last minutes, the present at the right edge.
 *
 * @param line  an SVG path in a box of {@link #WIDTH} by {@link #HEIGHT}; empty before there are two points
 * @param area  the same, closed along the bottom
 * @param most  the greatest number, in words
 * @param label for who cannot see it
 */
record Sparkline(String line, String area, String most, String label) {

    static final int WIDTH = 240;
    static final int HEIGHT = 40;
    private static final double MARGIN = 2;

    /** @param room for so many points from edge to edge */
    static Sparkline of(String what, String span, double[] values, int room) {
        double most = Arrays.stream(values).max().orElse(0);
        if (values.length < 2) {
            return new Sparkline("", "", Words.rate(most), what + ": not enough seen yet");
        }
        double step = (double) WIDTH / (room - 1);
        double left = WIDTH - step * (values.length - 1);
        double scale = (HEIGHT - 2 * MARGIN) / Math.max(1, most);
        var line = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            line.append(i == 0 ? "M" : "L").append(point(left + i * step, HEIGHT - MARGIN - values[i] * scale));
        }
        return new Sparkline(
                line.toString(),
                line + "L" + point(WIDTH, HEIGHT) + "L" + point(left, HEIGHT) + "Z",
                Words.rate(most),
                "%s over the last %s: now %s, at most %s"
                        .formatted(what, span, Words.rate(values[values.length - 1]), Words.rate(most)));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
