package app.mita.projection.profile;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.Role;
import app.mita.api.identity.UserRegistered;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.profile.ProfileDetails;
import app.mita.api.profile.ProfileDocument;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the profile as it is now, onboarding's income, region and zone included. */
@Component
public final class ProfileModel implements ReadModel<ProfileDocument> {

    private static final List<String> KEY = List.of("");

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ProfileDocument> documentType() {
        return ProfileDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(UserRegistered.class, ProfileChanged.class, OnboardingCompleted.class, AccessGranted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return KEY;
    }

    @Override
    public ProfileDocument fold(String key, @Nullable ProfileDocument document, RecordedEvent event) {
        if (event.payload() instanceof UserRegistered registered) {
            return new ProfileDocument(
                    registered.profile(), Role.BASIC_USER, false, null, null, registered.registeredAt());
        }
        var now = Objects.requireNonNull(document, "a user who never registered");
        return switch (event.payload()) {
            case ProfileChanged changed ->
                new ProfileDocument(
                        changed.profile(), now.role(), now.premium(), now.answers(), now.plan(), now.createdAt());
            case OnboardingCompleted done ->
                new ProfileDocument(
                        answered(now.profile(), done),
                        now.role(),
                        now.premium(),
                        done.answers(),
                        done.plan(),
                        now.createdAt());
            case AccessGranted granted ->
                new ProfileDocument(
                        now.profile(), granted.role(), granted.premium(), now.answers(), now.plan(), now.createdAt());
            default -> now;
        };
    }

    private static ProfileDetails answered(ProfileDetails before, OnboardingCompleted done) {
        return new ProfileDetails(
                before.email(),
                before.name(),
                before.country(),
                before.state(),
                before.zipCode(),
                before.phone(),
                done.answers().region() == null
                        ? before.region()
                        : done.answers().region(),
                done.timezone(),
                before.annualIncome(),
                done.answers().totalIncome(),
                before.savingsGoal(),
                before.budgetMethod(),
                before.currency(),
                before.notificationsEnabled(),
                before.darkModeEnabled(),
                before.emailVerified());
    }
}
