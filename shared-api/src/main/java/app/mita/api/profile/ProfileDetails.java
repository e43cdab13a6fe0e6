package app.mita.api.profile;

import app.mita.api.event.ClearWords;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import app.mita.api.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of themselves.
 *
 * @param country two capital letters
 * @param state   null unless given
 * @param region  profile region such as {@code US-CA}; null unless given
 * @param timezone an IANA name; every day and month of the user is local to it
 * @param income  a month's income
 * @param savingsGoal what the user wants to save in a month
 */
public record ProfileDetails(
        PersonalText email,
        @Nullable PersonalText name,
        String country,
        @ClearWords(Vocabulary.NONE) @Nullable PersonalText state,
        @Nullable PersonalText zipCode,
        @Nullable PersonalText phone,
        @ClearWords(Vocabulary.REGIONS) @Nullable PersonalText region,
        String timezone,
        Money annualIncome,
        Money income,
        Money savingsGoal,
        @ClearWords(Vocabulary.BUDGET_METHODS) PersonalText budgetMethod,
        String currency,
        boolean notificationsEnabled,
        boolean darkModeEnabled,
        boolean emailVerified) {}
