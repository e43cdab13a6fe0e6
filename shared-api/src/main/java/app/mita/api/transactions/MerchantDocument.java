package app.mita.api.transactions;

/**
 * Read model {@code merchant}, key the name in lower case: where the user spends.
 *
 * @param name      as last written
 * @param category  of the last transaction there
 * @param frequency live transactions there; never below 1
 */
public record MerchantDocument(String name, Category category, long frequency) {}
