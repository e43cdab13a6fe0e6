package app.mita.api.published;

import static org.assertj.core.api.Assertions.assertThat;

import app.mita.api.event.ClearWords;
import app.mita.api.event.EventTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever a person can write is encrypted in events: a text is a {@code PersonalText}, or {@link ClearWords} says which
 * of its words are readable, or it is one of these, which nobody can put their own words into.
 */
class PersonalDataTest {

    private static final Map<String, String> READABLE = Map.ofEntries(
            Map.entry("ProfileDetails.country", "two letters"),
            Map.entry("ProfileDetails.timezone", "the zones that Java knows"),
            Map.entry("ProfileDetails.currency", "three letters"),
            Map.entry("OnboardingCompleted.timezone", "the zones that Java knows"),
            Map.entry("OnboardingAnswers.habits", "the six habits that onboarding asks for"),
            Map.entry("BudgetPlan.discretionaryBreakdown", "the rule's own categories"),
            Map.entry("BudgetPlan.userClass", "the five tiers of income"),
            Map.entry("BudgetPlan.incomeTier", "the five tiers of income"),
            Map.entry("BudgetPlan.behavior", "from the regional profiles"),
            Map.entry("BudgetPlan.tierWeightsUsed", "from the regional profiles"),
            Map.entry("BudgetModeChanged.mode", "the five modes"),
            Map.entry("WeightsAdapted.before", "the rule's own six categories"),
            Map.entry("WeightsAdapted.after", "the rule's own six categories"),
            Map.entry("TransactionDetails.currency", "US dollars"));

    private final Set<String> plain = new TreeSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void everyTextOfAnEventIsEncryptedOrCanHoldNobodysOwnWords() {
        EventTypes.ALL.forEach(this::look);
        assertThat(plain)
                .as("make a new text a PersonalText or mark it with @ClearWords; list here only what the API checks")
                .isEqualTo(new TreeSet<>(READABLE.keySet()));
    }

    private void look(Class<?> type) {
        if (type.isRecord() && seen.add(type)) {
            for (var component : type.getRecordComponents()) {
                look(component, component.getGenericType(), component.isAnnotationPresent(ClearWords.class));
            }
        }
    }

    private void look(RecordComponent component, Type type, boolean isSealed) {
        switch (type) {
            case ParameterizedType generic -> {
                var arguments = generic.getActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    // Of a map the keys are sealed, not its values.
                    look(component, arguments[i], isSealed && i == 0);
                }
            }
            case Class<?> text
            when text == String.class -> {
                if (!isSealed) {
                    plain.add(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
                }
            }
            case Class<?> other -> look(other);
            default -> throw new IllegalArgumentException("whether " + type + " holds text is not known here");
        }
    }
}
