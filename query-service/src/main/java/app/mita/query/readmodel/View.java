package app.mita.query.readmodel;

import java.time.Instant;

/**
 * A screen of a document: a pure function of the document and the moment. Equal instances are one screen: a
 * document keeps one answer of each.
 */
@FunctionalInterface
public interface View<D> {

    Rendering render(D document, Instant now);
}
