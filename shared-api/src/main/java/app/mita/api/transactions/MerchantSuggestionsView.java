package app.mita.api.transactions;

import java.util.List;

/**
 * Where the user may be spending (core.md section 7).
 *
 * @param suggestions at most ten, the most frequent first
 * @param query       as asked for
 */
public record MerchantSuggestionsView(List<MerchantDocument> suggestions, String query) {}
