package app.mita.command.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an operator may grant. */
enum Access {
    @JsonProperty("premium")
    PREMIUM,
    @JsonProperty("admin")
    ADMIN
}
