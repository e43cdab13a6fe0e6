package app.mita.query.budget;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.event.PersonalText;
import app.mita.api.money.Money;
import app.mita.domain.onboarding.IncomeTier;
import app.mita.domain.onboarding.RegionalProfiles;
import org.jspecify.annotations.Nullable;

/**
 * What decides a user's income class.
 *
 * @param income of a month; zero when it is not known
 * @param region null means the national figures
 */
record Standing(Money income, @Nullable String region) {

    static Standing of(DashboardDocument user) {
        return new Standing(
                user.income(),
                user.answers() == null
                        ? null
                        : PersonalText.reveal(user.answers().region()));
    }

    IncomeTier tier() {
        return RegionalProfiles.tierOf(income, region);
    }

    boolean isKnown() {
        return income.isPositive();
    }
}
