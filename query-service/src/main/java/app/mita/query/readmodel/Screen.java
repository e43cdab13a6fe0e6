package app.mita.query.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * What a route shows of a user's documents: a pure function of its {@link Sources}. Equal instances are one screen: its
 * answer is kept until a document that it looked at changes, or the time comes at which it looks different.
 */
@FunctionalInterface
public interface Screen {

    /**
     * The data, to be written as JSON; null when the documents do not suffice to draw it. A
     * {@link app.mita.api.wire.Refused} that it throws is the answer.
     */
    @Nullable
    Object draw(Sources sources);
}
