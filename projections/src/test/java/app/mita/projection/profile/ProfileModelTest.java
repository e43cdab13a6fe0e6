package app.mita.projection.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mita.api.event.PersonalText;
import app.mita.api.identity.AccessGranted;
import app.mita.api.identity.AccountDeleted;
import app.mita.api.identity.Role;
import app.mita.api.identity.UserRegistered;
import app.mita.api.money.Money;
import app.mita.api.onboarding.OnboardingCompleted;
import app.mita.api.profile.ProfileChanged;
import app.mita.api.profile.ProfileDocument;
import app.mita.projection.history.Samples;
import app.mita.projection.history.Story;
import app.mita.runtime.json.MitaJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProfileModelTest {

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final Story story = Story.of(new ProfileModel());

    @Test
    void isWhatTheUserSaidLast() {
        register();
        story.then(
                "2026-11-25T08:00:00Z",
                new ProfileChanged(Story.USER, Samples.profile("Asia/Tokyo", Money.of("10")), START));
        assertThat(profile())
                .isEqualTo(new ProfileDocument(
                        Samples.profile("Asia/Tokyo", Money.of("10")), Role.BASIC_USER, false, null, null, START));
    }

    @Test
    void onboardingSetsIncomeZoneAndRegion() {
        register();
        story.then(
                "2026-11-25T08:00:00Z",
                new OnboardingCompleted(Story.USER, Samples.ANSWERS, Samples.PLAN, "Asia/Tokyo", START));
        assertThat(profile().onboarded()).isTrue();
        assertThat(profile().profile().income()).isEqualTo(Money.of("6000"));
        assertThat(profile().profile().timezone()).isEqualTo("Asia/Tokyo");
        assertThat(profile().profile().region()).isEqualTo(new PersonalText("US-CA"));
    }

    @Test
    void aGrantShows() {
        register();
        story.then("2026-11-25T08:00:00Z", new AccessGranted(Story.USER, Role.ADMIN, true, START));
        assertThat(profile().role()).isEqualTo(Role.ADMIN);
        assertThat(profile().premium()).isTrue();
    }

    @Test
    void nothingIsLeftOfADeletedAccount() {
        register();
        story.then("2026-11-25T08:00:00Z", new AccountDeleted(Story.USER, START));
        assertThat(story.documents()).isEmpty();
    }

    @Test
    void nobodyHasAProfileWithoutRegistering() {
        assertThatThrownBy(() ->
                        story.then("2026-11-25T08:00:00Z", new AccessGranted(Story.USER, Role.ADMIN, true, START)))
                .hasMessageContaining("never registered");
    }

    private void register() {
        story.then(START.toString(), new UserRegistered(Story.USER, Samples.profile("UTC", Money.of("3000")), START));
    }

    private ProfileDocument profile() {
        return MitaJson.mapper().readValue(story.document(""), ProfileDocument.class);
    }
}
