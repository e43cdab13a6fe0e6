package app.mita.api.profile;

import static app.mita.api.event.PersonalText.reveal;

import app.mita.api.money.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the contract shows it (core.md section 4).
 *
 * @param name              empty when none was given
 * @param income            a month's
 * @param memberSince       the same as createdAt
 * @param profileCompletion percent, rounded down, of seven things: name, income, savings goal, budget method, currency,
 *                          region, confirmed e-mail
 * @param verifiedEmail     the same as emailVerified
 */
@JsonInclude
public record ProfileView(
        UUID id,
        @Nullable String email,
        String country,
        Instant createdAt,
        String timezone,
        String name,
        Money income,
        Money savingsGoal,
        String budgetMethod,
        String currency,
        @Nullable String region,
        boolean notificationsEnabled,
        boolean darkModeEnabled,
        boolean hasOnboarded,
        boolean emailVerified,
        Instant memberSince,
        int profileCompletion,
        boolean verifiedEmail) {

    public static ProfileView of(UUID user, ProfileDocument document) {
        return of(user, document.profile(), document.onboarded(), document.createdAt());
    }

    public static ProfileView of(UUID user, ProfileDetails profile, boolean onboarded, Instant createdAt) {
        return new ProfileView(
                user,
                reveal(profile.email()),
                profile.country(),
                createdAt,
                profile.timezone(),
                Objects.requireNonNullElse(reveal(profile.name()), ""),
                profile.income(),
                profile.savingsGoal(),
                Objects.requireNonNullElse(reveal(profile.budgetMethod()), ""),
                profile.currency(),
                reveal(profile.region()),
                profile.notificationsEnabled(),
                profile.darkModeEnabled(),
                onboarded,
                profile.emailVerified(),
                createdAt,
                completion(profile),
                profile.emailVerified());
    }

    private static int completion(ProfileDetails profile) {
        long set = Stream.of(
                        isSet(reveal(profile.name())),
                        profile.income().isPositive(),
                        profile.savingsGoal().isPositive(),
                        isSet(reveal(profile.budgetMethod())),
                        isSet(profile.currency()),
                        isSet(reveal(profile.region())),
                        profile.emailVerified())
                .filter(each -> each)
                .count();
        return (int) (set * 100 / 7);
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
