package app.mita.api.drift;

/**
 * The answer to a drift that a client has measured (planning.md, small engines).
 *
 * @param status  ok
 * @param message with the drift that the transactions give
 */
public record DriftLoggedView(String status, String message) {}
