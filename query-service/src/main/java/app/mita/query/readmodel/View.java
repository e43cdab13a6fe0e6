package app.mita.query.readmodel;

import java.time.Instant;

/**
 * A screen of a document: a pure function of the document and the moment. One instance a screen, since the answers
 * that a document keeps go by instance.
 */
@FunctionalInterface
public interface View<D> {

    Rendering render(D document, Instant now);
}
