package app.mita.api.transactions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What money can be spent on. The wire word is the name in lower case. */
public enum Category {
    FOOD,
    DINING,
    GROCERIES,
    TRANSPORTATION,
    GAS,
    PUBLIC_TRANSPORT,
    ENTERTAINMENT,
    SHOPPING,
    CLOTHING,
    HEALTHCARE,
    INSURANCE,
    UTILITIES,
    RENT,
    MORTGAGE,
    EDUCATION,
    CHILDCARE,
    PETS,
    TRAVEL,
    SUBSCRIPTIONS,
    GIFTS,
    CHARITY,
    OTHER;

    private static final Map<String, Category> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Category::word, Function.identity()));

    private final String word = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String word() {
        return word;
    }

    /** Trimmed and without regard to case; empty when nothing is spent under that word. */
    public static Optional<Category> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word.strip().toLowerCase(Locale.ROOT)));
    }
}
