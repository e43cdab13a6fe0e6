package app.mita.command.transactions;

/** Limits of what a transaction may say, as core.md section 7 has them. Lengths are in characters. */
final class Limits {

    static final String AMOUNT_WHEN_RECORDED = "100000.00";
    static final String AMOUNT = "999999.99";
    /** More digits than any amount within the limits, so that only the places are checked. */
    static final int ANY_DIGITS = 250;

    static final int PLACES = 2;
    static final int DESCRIPTION = 500;
    static final int NAME = 200;
    static final int NOTES = 1000;
    static final int TAGS = 10;
    /** Two to fifty letters, digits, underscores, hyphens and, within, spaces. */
    static final String TAG = "\\s*[\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N}_ -]{0,48}[\\p{L}\\p{M}\\p{N}_-]\\s*";

    static final String CURRENCY = "\\s*[Uu][Ss][Dd]\\s*";
    static final int URL = 2000;
    static final String RECEIPT = "https?://[^\\s<>\"]+\\.(?i:jpg|jpeg|png|pdf)";

    private Limits() {}
}
