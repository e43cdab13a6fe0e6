package app.mita.runtime.security;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import org.springframework.security.core.AuthenticationException;

/** A token that is expired, revoked, or none of ours. */
final class TokenRefused extends AuthenticationException {

    private final transient Refused answer;

    private TokenRefused(Refused answer) {
        super(answer.getMessage());
        this.answer = answer;
    }

    static TokenRefused expired() {
        return new TokenRefused(new Refused(ErrorCode.TOKEN_EXPIRED, "The access token has expired"));
    }

    static TokenRefused invalid() {
        return new TokenRefused(new Refused(ErrorCode.TOKEN_INVALID, "The access token is not valid"));
    }

    static TokenRefused revoked() {
        return new TokenRefused(new Refused(ErrorCode.TOKEN_REVOKED, "The access token was revoked"));
    }

    Refused answer() {
        return answer;
    }

    /** An answer, not a fault: no trace. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
