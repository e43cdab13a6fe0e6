package app.mita.runtime.personal;

import app.mita.api.event.ClearWords;
import app.mita.api.event.PersonalText;
import app.mita.api.event.Vocabulary;
import java.util.Map;
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
            var clear = clearWords(field);
            if (clear == null || isMap(field)) {
                return null;
            }
            return isName(field) ? new SealedName.Writer(clear) : new SealedText.Writer(clear);
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated field) {
            var clear = clearWords(field);
            if (clear == null || isMap(field)) {
                return null;
            }
            return isName(field) ? new SealedName.Reader(clear) : new SealedText.Reader(clear);
        }

        @Override
        public @Nullable Object findKeySerializer(MapperConfig<?> config, Annotated field) {
            var clear = clearWords(field);
            return clear == null || !isMap(field) ? null : new SealedName.KeyWriter(clear);
        }

        @Override
        public @Nullable Object findKeyDeserializer(MapperConfig<?> config, Annotated field) {
            var clear = clearWords(field);
            return clear == null || !isMap(field) ? null : new SealedName.KeyReader(clear);
        }

        private static @Nullable Vocabulary clearWords(Annotated field) {
            var marked = field.getAnnotation(ClearWords.class);
            return marked == null ? null : marked.value();
        }

        private static boolean isName(Annotated field) {
            return field.getRawType() == String.class;
        }

        private static boolean isMap(Annotated field) {
            return Map.class.isAssignableFrom(field.getRawType());
        }
    }
}
