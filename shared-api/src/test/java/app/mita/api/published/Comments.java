package app.mita.api.published;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The documentation comments of sources, as plain text. They are not there at runtime, so the compiler of the JDK reads
 * them from the files; what a record says of itself is then said nowhere else.
 */
final class Comments {

    /** What refers to the project's own papers tells a reader outside nothing. */
    private static final String REFERENCE = " \\([^()]*(\\.md|invariant)[^()]*\\)";

    /** A component's name in Java, which outside is written in snake_case; a type's begins with a capital and stays. */
    private static final Pattern COMPONENT = Pattern.compile("\\b[a-z][A-Za-z]*\\b");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])[A-Z](?=[a-z])");

    private final Map<String, String> words;

    private Comments(Map<String, String> words) {
        this.words = words;
    }

    static Comments in(Path sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(sources)) {
            var java = paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            var trees = DocTrees.instance(task);
            var words = new HashMap<String, String>();
            for (var unit : task.parse()) {
                new Collector(trees, words).scan(unit, null);
            }
            return new Comments(words);
        }
    }

    /** Null when there is none. */
    @Nullable
    String of(Class<?> type) {
        return words.get(type.getCanonicalName());
    }

    /** Of a record's component, a constant or a method; null when there is none. */
    @Nullable
    String of(Class<?> type, String member) {
        return words.get(type.getCanonicalName() + "#" + member);
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private final Map<String, String> words;

        Collector(DocTrees trees, Map<String, String> words) {
            this.trees = trees;
            this.words = words;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                put(name(), comment.getFullBody());
                for (var block : comment.getBlockTags()) {
                    if (block instanceof ParamTree parameter) {
                        put(name() + "#" + parameter.getName(), parameter.getDescription());
                    }
                }
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                put(name() + "#" + variable.getName(), comment.getFullBody());
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                put(name() + "#" + method.getName(), comment.getFullBody());
            }
            return super.visitMethod(method, nothing);
        }

        /** Of the innermost class around. */
        private String name() {
            var name = new StringBuilder();
            for (var tree : getCurrentPath()) {
                if (tree instanceof ClassTree type) {
                    name.insert(0, "." + type.getSimpleName());
                }
            }
            return getCurrentPath().getCompilationUnit().getPackageName().toString() + name;
        }

        private void put(String name, List<? extends DocTree> comment) {
            var text = comment.stream().map(Collector::text).collect(Collectors.joining());
            var plain = text.replaceAll("\\s+", " ").replaceAll(REFERENCE, "").strip();
            if (!plain.isEmpty()) {
                words.put(name, plain);
            }
        }

        private static String text(DocTree part) {
            return switch (part) {
                case TextTree text -> text.getBody();
                case LiteralTree literal ->
                    COMPONENT
                            .matcher(literal.getBody().getBody())
                            .replaceAll(component -> snakeCase(component.group()));
                case LinkTree link
                when !link.getLabel().isEmpty() ->
                    link.getLabel().stream().map(Collector::text).collect(Collectors.joining());
                case LinkTree link -> {
                    var target = link.getReference().getSignature();
                    yield target.substring(target.lastIndexOf('#') + 1);
                }
                default -> " ";
            };
        }

        private static String snakeCase(String component) {
            return HUMP.matcher(component).replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT));
        }
    }
}
