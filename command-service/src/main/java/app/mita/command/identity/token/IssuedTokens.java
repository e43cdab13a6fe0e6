package app.mita.command.identity.token;

/**
 * A fresh pair of signed JWTs.
 *
 * @param expiresIn seconds that the access token lives
 */
public record IssuedTokens(String accessToken, String refreshToken, long expiresIn) {

    /** Never the tokens: they open the account. */
    @Override
    public String toString() {
        return "tokens";
    }
}
