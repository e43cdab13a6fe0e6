package app.mita.projection.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Deque's axe on a page: WCAG 2.0 to 2.2 on the levels A and AA, and its best practices. */
final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final String RUN = """
            async tags => {
              const found = await axe.run(document, {
                runOnly: {type: 'tag', values: tags},
                rules: {'target-size': {enabled: true}},
                resultTypes: ['violations']
              });
              if (found.passes.length === 0) throw new Error('axe has checked nothing');
              return found.violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary} ${node.html}`));
            }
            """;

    private final String script;

    Axe() {
        try {
            script = new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** One in a line: the rule, the element, what is wrong with it. */
    List<?> violations(Page page) {
        // The debugger evaluates it, so that the pages' Content-Security-Policy stays what operators have.
        page.evaluate(script);
        return (List<?>) page.evaluate(RUN, TAGS);
    }
}
