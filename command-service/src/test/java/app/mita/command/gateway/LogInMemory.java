package app.mita.command.gateway;

import app.mita.api.event.MitaEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * All deciders of the write side on a log that is a list: many commands a second, decided as in production but for
 * Axon, PostgreSQL and conflicts. Every fact is folded anew for every command.
 */
public final class LogInMemory {

    private static final List<Decider<?, ?>> DECIDERS = scan();

    private final List<MitaEvent> events = new ArrayList<>();
    private final Map<Class<?>, Decider<?, ?>> deciders =
            DECIDERS.stream().collect(Collectors.toMap(Decider::command, decider -> decider));

    /** Fresh ones. */
    public static List<Decider<?, ?>> deciders() {
        return scan();
    }

    public LogInMemory given(MitaEvent... happened) {
        events.addAll(Arrays.asList(happened));
        return this;
    }

    /**
     * @return what was decided; its events are in the log now
     * @throws app.mita.api.wire.Refused as the decider does
     */
    @SuppressWarnings("unchecked")
    public <R> Decision<R> send(Command<R> command, Instant now) {
        var decision = decide((Decider<Command<R>, R>) deciders.get(command.getClass()), command, now);
        events.addAll(decision.events());
        return decision;
    }

    public <S> S know(Fact<S> fact) {
        var state = fact.kind().initial();
        BiFunction<S, MitaEvent, S> evolve = fact.kind().evolve();
        for (var event : events) {
            if (event.tags().contains(fact.tag())) {
                state = evolve.apply(state, event);
            }
        }
        return state;
    }

    public List<MitaEvent> events() {
        return events;
    }

    private <C extends Command<R>, R> Decision<R> decide(Decider<C, R> decider, C command, Instant now) {
        var known = new LinkedHashMap<Fact<?>, Object>();
        decider.facts(command).forEach(fact -> known.put(fact, know(fact)));
        decider.furtherFacts(command, new Known(known)).forEach(fact -> known.put(fact, know(fact)));
        return decider.decide(command, new Known(known), now);
    }

    private static List<Decider<?, ?>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.resetFilters(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Decider.class));
        // Those of tests are no beans.
        scanner.addExcludeFilter((reader, factory) ->
                !reader.getAnnotationMetadata().hasAnnotation("org.springframework.stereotype.Component"));
        return scanner.findCandidateComponents("app.mita.command").stream()
                .<Decider<?, ?>>map(bean -> made(bean.getBeanClassName()))
                .toList();
    }

    private static Decider<?, ?> made(String name) {
        try {
            var constructor = ClassUtils.resolveClassName(name, null).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Decider<?, ?>) constructor.newInstance();
        } catch (ReflectiveOperationException noDecider) {
            throw new IllegalStateException(noDecider);
        }
    }
}
