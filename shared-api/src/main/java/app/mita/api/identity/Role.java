package app.mita.api.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a user may do (each role's scopes: core.md section 2). */
public enum Role {
    BASIC_USER,
    PREMIUM_USER,
    ADMIN;

    private static final List<String> BASIC = List.of(
            "read:profile",
            "write:profile",
            "read:transactions",
            "write:transactions",
            "read:financial_data",
            "read:budget",
            "write:budget",
            "read:analytics",
            "process:receipts");
    private static final List<String> PREMIUM = List.of(
            "delete:transactions",
            "write:financial_data",
            "manage:budget",
            "advanced:analytics",
            "premium:features",
            "premium:ai_insights",
            "ocr:analysis");
    private static final List<String> ADMINISTRATION = List.of("admin:users", "admin:system", "admin:audit");

    /** The wire word, such as {@code basic_user}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<String> scopes() {
        return switch (this) {
            case BASIC_USER -> BASIC;
            case PREMIUM_USER -> Stream.of(BASIC, PREMIUM).flatMap(List::stream).toList();
            case ADMIN ->
                Stream.of(BASIC, PREMIUM, ADMINISTRATION).flatMap(List::stream).toList();
        };
    }
}
