package app.mita.runtime.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The keys as an operator gives them: in environment variables. */
class PersonalDataPropertiesTest {

    private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void previousKeysAreSeparatedByCommas() {
        assertThat(ids("%s, %s".formatted(OTHER, OTHER)))
                .containsExactly(
                        MasterKey.of(ZEROS).id(),
                        MasterKey.of(OTHER).id(),
                        MasterKey.of(OTHER).id());
        assertThat(ids("")).containsExactly(MasterKey.of(ZEROS).id());
    }

    private static List<String> ids(String previous) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "MITA_PERSONAL_DATA_MASTER_KEY",
                                        ZEROS,
                                        PersonalDataProperties.PREVIOUS,
                                        previous)));
        return Binder.get(environment).bind("mita.personal-data", PersonalDataProperties.class).get().keys().stream()
                .map(MasterKey::id)
                .toList();
    }
}
