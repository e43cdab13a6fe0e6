package app.mita.standalone;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mita replay}: builds a projection anew beside the one that serves, and shows how far it is. */
@Command(
        name = "replay",
        description = "Builds a projection anew beside the generation that serves, and switches to it when it has"
                + " caught up. Ctrl-C ends the watching, not the replay. When more events failed in the new generation it"
                + " does not switch and this ends with 1.",
        mixinStandardHelpOptions = true)
final class Replay extends OperatorsCommand {

    @Parameters(paramLabel = "NAME", description = "The projection, as 'mita projections' shows it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @ArgGroup
    private @Nullable From from;

    @Option(names = "--manual", description = "Do not switch by itself; 'mita switch' does.")
    private boolean manual;

    @Option(names = "--no-wait", description = "Begin it and return.")
    private boolean noWait;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    /** Where to begin. */
    static final class From {
        @Option(
                names = "--from-position",
                paramLabel = "N",
                description = "Fold only users with an event from there on; the others' documents are copied.")
        private @Nullable Long position;

        @Option(names = "--from-time", paramLabel = "INSTANT", description = "The same, such as 2026-11-01T00:00:00Z.")
        private @Nullable Instant time;
    }

    @Override
    public Integer call() throws InterruptedException {
        var body = reason.body();
        body.put("switches_itself", !manual);
        if (from != null && from.position != null) {
            body.put("from_position", from.position);
        }
        if (from != null && from.time != null) {
            body.put("from_time", from.time.toString());
        }
        var api = api();
        var begun = api.post("/ops/projections/" + name + "/replay", body);
        int generation = begun.path("result").path("generation").asInt();
        if (noWait) {
            say(begun, name + ": generation " + generation + " is being built; see 'mita projections'");
            return 0;
        }
        ReplayWatch.Ending ending;
        try (var bar = ProgressBar.on(out(), json())) {
            ending = new ReplayWatch(name, generation, manual, InstantSource.system()).follow(api, bar);
        }
        if (!ending.good()) {
            if (json()) {
                out().println(OpsApi.pretty(ending.projection()));
            }
            throw new OperatorError(ending.words());
        }
        say(ending.projection(), ending.words());
        return 0;
    }
}
