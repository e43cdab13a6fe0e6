package app.mita.query.readmodel;

import java.util.UUID;

/** A document's place: its row's key without the generation. */
record DocumentKey<D>(Model<D> model, UUID user, String key) {}
