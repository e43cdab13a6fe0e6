package app.mita.query.transactions;

import app.mita.api.wire.Refused;
import app.mita.query.web.InvalidParameter;

/** What a user types to find a merchant. */
final class SearchText {

    private static final int LONGEST = 200;

    private SearchText() {}

    /** @throws Refused INVALID for what no merchant's name can contain */
    static String checked(String query) {
        if (query.length() > LONGEST) {
            throw InvalidParameter.of("query.query", "string_too_long", "At most 200 characters.");
        }
        if (query.chars().anyMatch(Character::isISOControl)) {
            throw InvalidParameter.of("query.query", "value_error", "No control characters.");
        }
        return query;
    }
}
