package app.mita.standalone;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code mita republish}: Kafka's topic, made anew from the event store. */
@Command(
        name = "republish",
        description =
                "Deletes the topic of events and publishes the whole log into a fresh one. Projections go on where"
                        + " they are; other consumers begin at the beginning of the new topic and pass over the positions they know.",
        mixinStandardHelpOptions = true)
final class Republish extends OperatorsCommand {

    @Option(
            names = "--topic",
            required = true,
            paramLabel = "NAME",
            description = "The topic's name, so that it is clear what is deleted.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String topic;

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    public Integer call() throws InterruptedException {
        var body = reason.body();
        body.put("topic", topic);
        var answer = Errand.await(api(), "/ops/republish", body, out(), json(), Republish::show);
        say(
                answer,
                "The topic is new and holds the %,d events of the log"
                        .formatted(answer.path("result").path("events").asLong()));
        return 0;
    }

    static void show(ProgressBar bar, JsonNode soFar) {
        long published = soFar.path("published").asLong();
        long events = soFar.path("events").asLong();
        bar.show(published, events, "%,d of %,d events published".formatted(published, events));
    }
}
