package app.mita.projection.operations;

import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.projection.engine.ReadModel;

/** What is asked for as a projection's name. */
public final class ProjectionName {

    private ProjectionName() {}

    /**
     * The same text, which need be no projection's name yet.
     *
     * @throws Refused NOT_FOUND for what can be none: not every text can be looked for
     */
    public static String possible(String text) {
        if (!ReadModel.NAME.matcher(text).matches()) {
            throw new Refused(ErrorCode.NOT_FOUND, "There is no projection of this name.");
        }
        return text;
    }
}
