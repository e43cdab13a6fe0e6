package app.mita.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operators' verbs as they are typed, and what is said to them. */
final class TypedVerbs {

    private final RunningMita mita;

    TypedVerbs(RunningMita mita) {
        this.mita = mita;
    }

    /** Asks for it, for a reason, and reads what is said. */
    void deed(String said, String... verb) {
        assertThat(reasoned(verb)).as(mita.said()).isZero();
        assertThat(mita.said()).contains(said);
    }

    void refused(String why, String... verb) {
        assertThat(reasoned(verb)).as(mita.said()).isEqualTo(1);
        assertThat(mita.said()).startsWith("mita: Refused: ").contains(why).hasLineCount(1);
    }

    int reasoned(String... verb) {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of("--reason", "a test"));
        return mita.operator(arguments.toArray(String[]::new));
    }

    void shown(String... verb) {
        assertThat(mita.operator(verb)).as(mita.said()).isZero();
    }

    JsonNode json(String... verb) {
        var arguments = new ArrayList<>(List.of(verb));
        arguments.add("--json");
        shown(arguments.toArray(String[]::new));
        return JsonMapper.shared().readTree(mita.said());
    }

    JsonNode projection(String name) {
        return json("projections", name);
    }

    int live(String name) {
        return projection(name).path("live").path("number").asInt();
    }
}
