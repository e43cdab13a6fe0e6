package app.mita.domain.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sees to it that no day of the month is left without money: the app divides by the day's limit. It holds whenever the
 * discretionary money has a cent for each day.
 */
final class EveryDay {

    private final int days;
    private final List<Layer> fixed;
    private final List<Layer> wants;

    EveryDay(int days, List<Layer> fixed, List<Layer> wants) {
        this.days = days;
        this.fixed = fixed;
        this.wants = new ArrayList<>(wants);
    }

    /** @return the wants, spread over the days that had nothing */
    List<Layer> reached() {
        var empty = emptyDays();
        if (!empty.isEmpty()) {
            wants.replaceAll(layer -> layer.rhythm() == Rhythm.SPREAD ? layer.alsoOn(empty) : layer);
        }
        // Amounts of fewer cents than days leave some days empty all the same.
        emptyDays().forEach(day -> richest().ifPresent(from -> from.layer().moveCent(from.day(), day)));
        return wants;
    }

    private List<Integer> emptyDays() {
        return IntStream.range(0, days).filter(day -> total(day) == 0).boxed().toList();
    }

    private record Place(Layer layer, int day) {
        long cents() {
            return layer.centsOn(day);
        }
    }

    /** Where a cent can be taken and the day still has some. */
    private Optional<Place> richest() {
        return wants.stream()
                .flatMap(layer -> IntStream.range(0, days).mapToObj(day -> new Place(layer, day)))
                .filter(place -> place.cents() > 0 && total(place.day()) > 1)
                .max(Comparator.comparingLong(Place::cents));
    }

    private long total(int day) {
        return Stream.concat(fixed.stream(), wants.stream())
                .mapToLong(layer -> layer.centsOn(day))
                .sum();
    }
}
