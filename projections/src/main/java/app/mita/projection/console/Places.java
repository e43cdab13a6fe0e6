package app.mita.projection.console;

import app.mita.runtime.security.ConsoleSession;

/** The pages' addresses. */
final class Places {

    static final String HOME = ConsoleSession.ROOT;
    static final String PROJECTION = ConsoleSession.PAGES + "projections/";
    static final String LETTERS = ConsoleSession.PAGES + "dead-letters";
    static final String EVENTS = ConsoleSession.PAGES + "events";
    static final String USERS = ConsoleSession.PAGES + "users";
    static final String SYSTEM = ConsoleSession.PAGES + "system";
    static final String AUDIT = ConsoleSession.PAGES + "audit";
    static final String DEEDS = ConsoleSession.PAGES + "deeds/";

    private Places() {}
}
