package app.mita.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The alert rules and the dashboard speak of figures that /metrics has, and of runbooks that there are. */
class MonitoringFilesTest {

    private static final Path DEPLOYMENT = Path.of("..", "deployment");
    private static final Path RULES = DEPLOYMENT.resolve("prometheus/alerts.yml");
    private static final Path RUNBOOK = Path.of("..", "docs", "operate.md");

    /** Of Prometheus itself. */
    private static final Set<String> PROMETHEUS = Set.of("up", "ALERTS");
    /** What Prometheus adds to each figure: prometheus.yml. */
    private static final Set<String> TARGET = Set.of("job", "instance", "version");
    /** In an alert's text, and in a panel's legend. */
    private static final Pattern LABEL_SHOWN = Pattern.compile("\\$labels\\.(\\w+)|\\{\\{(\\w+)}}");

    private static final Pattern LABEL_GIVEN = Pattern.compile("[{,](\\w+)=\"");

    /** Each figure with its labels. */
    private static Map<String, Set<String>> exposed;

    @BeforeAll
    static void useEverythingOnce() {
        DayOfAUser.walk(RunningSystem.api());
        operate("verify", "{\"reason\": \"a test\"}");
        operate("replay", "{\"reason\": \"a test\", \"switches_itself\": false}");
        // What operators do is looked at every now and then only.
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            exposed = metrics();
            return exposed.keySet().containsAll(List.of("mita_verify_differences", "projection_replay_stuck"));
        });
        operate("cancel", "{\"reason\": \"a test\"}");
    }

    private static void operate(String verb, String json) {
        var answer =
                RunningSystem.api().bearing(RunningSystem.OPS_TOKEN).post("/ops/projections/dashboard/" + verb, json);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
    }

    private static Map<String, Set<String>> metrics() {
        var metrics = new HashMap<String, Set<String>>();
        RunningSystem.api()
                .bearing(RunningSystem.METRICS_TOKEN)
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> LABEL_GIVEN
                        .matcher(line)
                        .results()
                        .map(given -> given.group(1))
                        .forEach(metrics.computeIfAbsent(line.split("[{ ]")[0], name -> new HashSet<>())::add));
        return metrics;
    }

    @Test
    void theFiguresOfTheRecordAreThere() {
        assertThat(exposed)
                .containsKeys(
                        "http_request_duration_seconds_bucket",
                        "http_request_duration_seconds_count",
                        "http_request_duration_seconds_sum",
                        "db_connection_pool_size",
                        "db_connection_pool_available");
    }

    @Test
    void everyAlertIsOfFiguresThatThereAreAndHasARunbook() throws IOException {
        var headings = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();
        var alerts = new HashSet<String>();
        for (var rule : rules()) {
            assertKnown(rule.get("expr").toString(), String.valueOf(rule.get("annotations")));
            if (rule.get("alert") instanceof String alert) {
                alerts.add(alert);
                assertThat(headings).as("sections of " + RUNBOOK).contains(alert);
                assertThat(((Map<?, ?>) rule.get("annotations")).get("runbook"))
                        .isEqualTo("docs/operate.md#" + alert.toLowerCase(java.util.Locale.ROOT));
            }
        }
        assertThat(alerts).contains("MitaErrorRate", "MitaSlow", "MitaPoolExhausted", "MitaVerifyFoundDifferences");
    }

    @Test
    void everyPanelShowsFiguresThatThereAre() throws IOException {
        var panels = panels();
        assertThat(panels).hasSizeGreaterThan(10);
        var taken = new HashSet<String>();
        for (var panel : panels) {
            var title = panel.path("title").asString();
            for (var target : panel.path("targets")) {
                assertKnown(
                        target.path("expr").asString(),
                        target.path("legendFormat").asString());
            }
            var place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
            assertThat(taken.add(place.path("x") + "," + place.path("y")))
                    .as(title)
                    .isTrue();
        }
    }

    /** With Prometheus' own tool, where it is: what the rules say of examples. */
    @Test
    void prometheusAgreesWithTheRules() throws Exception {
        for (var check : List.of(
                List.of("promtool", "check", "rules", "alerts.yml"),
                List.of("promtool", "test", "rules", "alerts-test.yml"),
                List.of("promtool", "check", "config", "--syntax-only", "prometheus.yml"))) {
            var process = start(check);
            var output = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        }
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .directory(DEPLOYMENT.resolve("prometheus").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notThere) {
            Needed.promtool(false);
            throw new IllegalStateException(notThere);
        }
    }

    /** @param text what is shown with it */
    private static void assertKnown(String expression, String text) throws IOException {
        var known = new HashMap<>(exposed);
        PROMETHEUS.forEach(name -> known.put(name, Set.of()));
        for (var rule : rules()) {
            if (rule.get("record") instanceof String name) {
                known.put(name, PromQl.labels(rule.get("expr").toString()));
            }
        }
        var metrics = PromQl.metrics(expression);
        assertThat(known.keySet()).as(expression).containsAll(metrics);
        var labels = new HashSet<>(TARGET);
        metrics.forEach(name -> labels.addAll(known.get(name)));
        assertThat(labels).as(expression).containsAll(PromQl.labels(expression));
        assertThat(LABEL_SHOWN.matcher(text).results().map(shown -> shown.group(shown.group(1) != null ? 1 : 2)))
                .as("%s of %s", text, expression)
                .allMatch(labels::contains);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
        var rules = new ArrayList<Map<String, Object>>();
        file.get("groups").forEach(group -> rules.addAll((List<Map<String, Object>>) group.get("rules")));
        return rules;
    }

    private static List<JsonNode> panels() throws IOException {
        var dashboard = Api.JSON.readTree(Files.readString(DEPLOYMENT.resolve("grafana/mita.json")));
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .filter(panel -> !panel.path("type").asString().equals("row"))
                .toList();
    }
}
