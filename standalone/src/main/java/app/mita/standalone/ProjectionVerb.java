package app.mita.standalone;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The verbs that need a projection's name and a reason, and are done when they are answered. */
@Command(mixinStandardHelpOptions = true)
final class ProjectionVerb extends OperatorsCommand {

    private final String path;
    private final String done;

    @Parameters(paramLabel = "NAME", description = "The projection, as 'mita projections' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    private ProjectionVerb(String path, String done) {
        this.path = path;
        this.done = done;
    }

    static void addTo(CommandLine mita) {
        add(
                mita,
                "pause",
                "pause",
                "Holds a projection where it is; writes are answered with 'Mita-Read-Model: behind'.",
                "is paused");
        add(mita, "resume", "resume", "Lets a paused projection catch up and go on.", "goes on");
        add(mita, "pause-replay", "replay/pause", "Holds a replay where it is.", "is not built on for now");
        add(mita, "resume-replay", "replay/resume", "Lets a paused replay go on.", "is built on");
        add(mita, "cancel", "cancel", "Gives up the generation that is being built.", "is not replayed any more");
        add(mita, "switch", "switch", "Makes the generation that was built the live one.", "serves its new generation");
        add(
                mita,
                "rollback",
                "rollback",
                "Brings the previous generation up to the present and makes it live again.",
                "goes back to its previous generation as soon as that has caught up");
        add(
                mita,
                "drop",
                "drop",
                "Drops the previous generation; there is no way back to it then.",
                "has no previous generation any more");
    }

    private static void add(CommandLine mita, String verb, String path, String description, String done) {
        var command = new CommandLine(new ProjectionVerb(path, done));
        command.getCommandSpec().name(verb).usageMessage().description(description);
        mita.addSubcommand(verb, command);
    }

    @Override
    public Integer call() {
        say(api().post("/ops/projections/" + name + "/" + path, reason.body()), name + " " + done);
        return 0;
    }
}
