package app.mita.api.budget;

import app.mita.api.money.Money;
import java.util.List;

/**
 * What the last thirty days suggest (planning.md, suggestions).
 *
 * @param suggestions   never empty: a general one where nothing stands out
 * @param priorityAreas at most three categories, the most spent on first; {@code general} when nothing is spent
 */
public record SuggestionsView(List<Suggestion> suggestions, Money totalPotentialSavings, List<String> priorityAreas) {

    /**
     * @param id         its place in the list, from 1
     * @param difficulty easy or moderate
     */
    public record Suggestion(int id, String text, String category, Money potentialSavings, String difficulty) {}
}
