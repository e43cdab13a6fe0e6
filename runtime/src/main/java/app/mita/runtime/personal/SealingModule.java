package app.mita.runtime.personal;

import app.mita.api.event.ClearWords;
import app.mita.api.event.PersonalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Has a mapper seal what is personal, but for the words that {@link ClearWords} leaves in clear. */
final class SealingModule extends SimpleModule {

    SealingModule() {
        super("sealing");
        addSerializer(PersonalText.class, new SealedText.Writer(null));
        addDeserializer(PersonalText.class, new SealedText.Reader(null));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Marked());
    }

    private static final class Marked extends NopAnnotationIntrospector {

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated field) {
            var marked = field.getAnnotation(ClearWords.class);
            return marked == null ? null : new SealedText.Writer(marked.value());
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated field) {
            var marked = field.getAnnotation(ClearWords.class);
            return marked == null ? null : new SealedText.Reader(marked.value());
        }
    }
}
