package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;

/** What is answered to a token that is expired, revoked, or none of ours. */
final class TokenRefused {

    private TokenRefused() {}

    static Refused expired() {
        return new Refused(ErrorCode.TOKEN_EXPIRED, "The access token has expired");
    }

    static Refused invalid() {
        return new Refused(ErrorCode.TOKEN_INVALID, "The access token is not valid");
    }

    static Refused revoked() {
        return new Refused(ErrorCode.TOKEN_REVOKED, "The access token was revoked");
    }
}
