package app.mita.runtime.personal;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param masterKey base64 of the 32 bytes that wrap the users' keys; the same for every service, never in the database */
@ConfigurationProperties("mita.personal-data")
record PersonalDataProperties(String masterKey) {

    /** Never the key. */
    @Override
    public String toString() {
        return "personal data";
    }
}
