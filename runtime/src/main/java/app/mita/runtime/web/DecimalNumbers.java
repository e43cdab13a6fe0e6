package app.mita.runtime.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.PropertyEditorRegistry;
import org.springframework.validation.DataBinder;

/**
 * Whole numbers of paths and queries: decimal digits, a sign before them, spaces around them, as the original takes
 * them. Spring's own converters would also read 0x10, #10 and 1 0. An editor, because where a converter refuses a text
 * Spring tries its own editor next. Blank text counts as absent.
 */
final class DecimalNumbers extends PropertyEditorSupport {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+");

    private final Function<String, Number> parse;

    private DecimalNumbers(Function<String, Number> parse) {
        this.parse = parse;
    }

    /** For the binder of one parameter; a body's numbers are read by Jackson, so its binder stays as light as it was. */
    static void register(PropertyEditorRegistry registry) {
        if (registry instanceof DataBinder binder && binder.getTarget() != null) {
            return;
        }
        var integers = new DecimalNumbers(Integer::valueOf);
        registry.registerCustomEditor(int.class, integers);
        registry.registerCustomEditor(Integer.class, integers);
        var longs = new DecimalNumbers(Long::valueOf);
        registry.registerCustomEditor(long.class, longs);
        registry.registerCustomEditor(Long.class, longs);
    }

    @Override
    public void setAsText(String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            setValue(null);
        } else if (DECIMAL.matcher(plain).matches()) {
            setValue(parse.apply(plain));
        } else {
            throw new NumberFormatException("not a decimal number");
        }
    }
}
