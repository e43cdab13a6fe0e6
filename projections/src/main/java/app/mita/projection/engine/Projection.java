package app.mita.projection.engine;

import app.mita.api.event.MitaEvent;
import app.mita.runtime.operations.ProjectionName;
import java.util.Set;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** A read model in one generation of its documents. */
final class Projection {

    private final ReadModel<Object> model;
    private final int generation;
    private final Set<Class<?>> folded;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    @SuppressWarnings("unchecked")
    Projection(ReadModel<?> model, int generation, JsonMapper mapper) {
        if (!ProjectionName.FORM.matcher(model.name()).matches()) {
            throw new IllegalArgumentException("a read model's name is its table's: " + model.name());
        }
        this.model = (ReadModel<Object>) model;
        this.generation = generation;
        this.folded = Set.copyOf(model.events());
        this.reader = mapper.readerFor(model.documentType());
        this.writer = mapper.writerFor(model.documentType());
    }

    String name() {
        return model.name();
    }

    ReadModel<Object> model() {
        return model;
    }

    int generation() {
        return generation;
    }

    boolean folds(Class<? extends MitaEvent> event) {
        return folded.contains(event);
    }

    Object read(String json) {
        return reader.readValue(json);
    }

    /** On one line. */
    String write(Object document) {
        return writer.writeValueAsString(document);
    }

    @Override
    public String toString() {
        return name() + "/" + generation;
    }
}
