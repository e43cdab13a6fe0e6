package app.mita.runtime.personal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The same for every service, and never in the database.
 *
 * @param masterKey          base64 of 32 bytes: everything personal is to rest on it
 * @param previousMasterKeys those that it takes the place of; what still rests on them can be read
 */
@ConfigurationProperties("mita.personal-data")
record PersonalDataProperties(String masterKey, @Nullable List<String> previousMasterKeys) {

    static final String PREVIOUS = "MITA_PERSONAL_DATA_PREVIOUS_MASTER_KEYS";

    /** The current one first. */
    List<MasterKey> keys() {
        var previous = previousMasterKeys == null ? List.<String>of() : previousMasterKeys;
        return Stream.concat(Stream.of(masterKey), previous.stream().filter(key -> !key.isBlank()))
                .map(MasterKey::of)
                .toList();
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "personal data";
    }
}
