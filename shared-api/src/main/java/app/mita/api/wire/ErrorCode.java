package app.mita.api.wire;

/** The contract's error codes, each with the HTTP status it goes with. */
public enum ErrorCode {
    INVALID_CREDENTIALS("AUTH_1001", 401),
    TOKEN_EXPIRED("AUTH_1002", 401),
    TOKEN_INVALID("AUTH_1003", 401),
    /** Of a password reset: the same code as {@link #TOKEN_INVALID}, but no failed authentication. */
    RESET_TOKEN_INVALID("AUTH_1003", 422),
    TOKEN_REVOKED("AUTH_1005", 401),
    REFRESH_TOKEN_INVALID("AUTH_1006", 401),
    FORBIDDEN("AUTH_1007", 403),
    ACCOUNT_LOCKED("AUTH_1008", 401),
    GOOGLE_FAILED("AUTH_1011", 401),
    REQUIRED("VALIDATION_2001", 422),
    INVALID("VALIDATION_2002", 422),
    OUT_OF_RANGE("VALIDATION_2003", 422),
    /** Of a budget's month: the same code as {@link #OUT_OF_RANGE}, but with the status that its clients know. */
    MONTH_OUT_OF_RANGE("VALIDATION_2003", 400),
    INVALID_EMAIL("VALIDATION_2004", 422),
    WEAK_PASSWORD("VALIDATION_2005", 422),
    INVALID_AMOUNT("VALIDATION_2006", 422),
    INVALID_DATE("VALIDATION_2007", 422),
    INVALID_CURRENCY("VALIDATION_2008", 422),
    INVALID_CATEGORY("VALIDATION_2009", 422),
    MALFORMED_JSON("VALIDATION_2010", 422),
    INVALID_ID("VALIDATION_2011", 422),
    INVALID_VALUE("VALIDATION_2012", 422),
    NOT_FOUND("RESOURCE_3001", 404),
    ALREADY_EXISTS("RESOURCE_3002", 422),
    CONFLICT("RESOURCE_3003", 409),
    INSUFFICIENT_FUNDS("BUSINESS_4001", 422),
    BUDGET_EXCEEDED("BUSINESS_4002", 422),
    TRANSACTION_LIMIT("BUSINESS_4003", 422),
    INVALID_OPERATION("BUSINESS_4004", 422),
    FEATURE_DISABLED("BUSINESS_4006", 422),
    QUOTA_EXCEEDED("BUSINESS_4007", 422),
    BUDGET_GENERATION_FAILED("BUDGET_GENERATION_FAILED", 400),
    SERVICE_UNAVAILABLE("EXTERNAL_6001", 503),
    RATE_LIMITED("RATE_LIMIT_7001", 429),
    UNEXPECTED("SYSTEM_8001", 500),
    /** Of a route that the contract has and that nothing stands behind: the original's code for it. */
    NOT_IMPLEMENTED("SYSTEM_8001", 501);

    private final String code;
    private final int status;

    ErrorCode(String code, int status) {
        this.code = code;
        this.status = status;
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }
}
