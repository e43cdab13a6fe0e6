package app.mita.runtime.security;

/**
 * Who operates the system: the bearer of {@code mita.ops.token}, or a user whose access token has the scope {@code ops}
 * or {@code admin:system}. Controllers under {@code /ops/} take one as a parameter; nobody else gets past it.
 *
 * @param name for the record of who did what: {@code user:<id>}, or {@code token:<name>} with the name that the request
 *     gave in the header Mita-Operator
 * @param administrator whether they may make others administrators: not with the scope {@code ops} alone, or whoever has it
 *     could give themselves every other scope
 */
public record Operator(String name, boolean administrator) {}
