package app.mita.standalone.journey;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;

/**
 * What a test needs of its machine beside the build. Without it the test is skipped; where {@code MITA_CI_REQUIRE} names
 * the tool it fails: .ci/run names those that it has found or installed, so that no check goes missing unnoticed.
 */
final class Needed {

    private static final String DOCKER = "docker";
    private static final String PROMTOOL = "promtool";

    private Needed() {}

    static void docker(boolean isThere, String otherwise) {
        tool(DOCKER, isThere, otherwise);
    }

    static void promtool(boolean isThere) {
        tool(PROMTOOL, isThere, "promtool is not on the path");
    }

    /** Whether it must not be done without. */
    static boolean isRequired(String tool) {
        return List.of(System.getenv().getOrDefault("MITA_CI_REQUIRE", "").split(" "))
                .contains(tool);
    }

    private static void tool(String tool, boolean isThere, String otherwise) {
        if (isThere) {
            return;
        }
        if (isRequired(tool)) {
            fail(otherwise + ", and MITA_CI_REQUIRE names " + tool);
        }
        abort(otherwise);
    }
}
