package app.mita.projection.engine;

import app.mita.api.event.PersonalText;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The personal texts of an event, in clear: what a failure that quotes its event must not keep. */
final class PersonalWords {

    private static final String MASK = "(personal)";

    private final Set<String> words = new HashSet<>();

    private PersonalWords() {}

    /** @param payload of an event; null for one that could not be read, of which nothing was in clear */
    static PersonalWords of(@Nullable Object payload) {
        var found = new PersonalWords();
        found.collect(payload);
        return found;
    }

    /** The longer ones first: one may be a part of another. */
    String maskedIn(String text) {
        var masked = text;
        for (var word : words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            masked = masked.replace(word, MASK);
        }
        return masked;
    }

    private void collect(@Nullable Object value) {
        switch (value) {
            case PersonalText text -> add(text);
            case Iterable<?> several -> several.forEach(this::collect);
            case Map<?, ?> map -> map.values().forEach(this::collect);
            case Record some -> {
                for (var component : some.getClass().getRecordComponents()) {
                    collect(read(component, some));
                }
            }
            case null, default -> {}
        }
    }

    private void add(PersonalText text) {
        try {
            var word = text.value();
            if (word != null && !word.isBlank()) {
                words.add(word);
            }
        } catch (RuntimeException unreadable) {
            // Then nobody can have quoted it.
        }
    }

    private static @Nullable Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
