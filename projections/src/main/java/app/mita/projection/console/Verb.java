package app.mita.projection.console;

import app.mita.projection.operations.ProjectionView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What can be done with a projection: the words of the routes under {@code /ops/projections/}, and when they make sense. */
enum Verb {
    PAUSE(
            "pause",
            "Pause",
            "Nothing is folded until you resume: the app's readers see this projection stand still.",
            true,
            view -> !view.state().equals("paused")),
    RESUME("resume", "Resume", "It catches up alone, then moves with the others again.", false, view -> view.state()
            .equals("paused")),
    REPLAY(
            "replay",
            "Replay",
            "Builds a new generation from the log beside the live one. Reads and writes go on; the switch is one step.",
            false,
            view -> view.next() == null),
    PAUSE_REPLAY(
            "replay/pause",
            "Pause the replay",
            "Holds what is being built where it is. The live generation is not concerned.",
            false,
            view -> view.next() != null && !view.next().state().equals("paused")),
    RESUME_REPLAY(
            "replay/resume",
            "Resume the replay",
            "Goes on where it was held.",
            false,
            view -> view.next() != null && view.next().state().equals("paused")),
    SWITCH(
            "switch",
            "Switch",
            "Makes the generation that has caught up the live one, at once for all readers. The one before is kept.",
            true,
            view -> view.next() != null
                    && Set.of("ready", "held").contains(view.next().state())),
    CANCEL(
            "cancel",
            "Cancel the replay",
            "Gives up what is being built. The live generation is not concerned.",
            true,
            view -> view.next() != null),
    ROLL_BACK(
            "rollback",
            "Roll back",
            "Makes the previous generation live again, as soon as it has caught up with the log.",
            true,
            view -> view.previous() != null && view.next() == null),
    DROP(
            "drop",
            "Drop the previous generation",
            "Frees its rows. There is no rolling back to it then.",
            true,
            view -> view.previous() != null),
    VERIFY(
            "verify",
            "Verify",
            "Folds the log again and compares each document with the live one. Changes nothing.",
            false,
            view -> true),
    REBUILD(
            "rebuild-user",
            "Rebuild one user",
            "Folds one user's documents again from the log and puts them in the place of what is there.",
            false,
            view -> true);

    private final String word;
    private final String label;
    private final String meaning;
    private final boolean dangerous;
    private final Predicate<ProjectionView> fits;

    Verb(String word, String label, String meaning, boolean dangerous, Predicate<ProjectionView> fits) {
        this.word = word;
        this.label = label;
        this.meaning = meaning;
        this.dangerous = dangerous;
        this.fits = fits;
    }

    static List<Verb> of(ProjectionView view) {
        return Arrays.stream(values()).filter(verb -> verb.fits.test(view)).toList();
    }

    static Optional<Verb> named(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it is asked for twice. */
    public boolean dangerous() {
        return dangerous;
    }

    /** What the tick says yes to. */
    public String confirmed(String projection) {
        var deed = label.toLowerCase(Locale.ROOT);
        return deed.contains(" the ") ? deed + " of " + projection : deed + " " + projection;
    }

    public boolean takesPosition() {
        return this == REPLAY;
    }

    public boolean takesUser() {
        return this == REBUILD;
    }
}
