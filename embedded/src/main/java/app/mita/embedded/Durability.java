package app.mita.embedded;

/** What a server promises about data that it has acknowledged. */
public enum Durability {
    /** Survives a power cut. */
    DURABLE,
    /** Survives the end of its clients only: for tests, which throw the data away. */
    FORGETFUL
}
