package app.mita.query.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What is wanted in one query, by kind: each kind is a part of the query, with arrays of its own.
 *
 * @param <K> the kind
 */
record Parts<K, W>(List<Part<K, W>> parts) {

    /** Those of one kind, and where each stands among all. */
    record Part<K, W>(K kind, List<W> wanted, List<Integer> places) {

        <T> T[] array(Function<W, T> field, IntFunction<T[]> make) {
            var array = make.apply(wanted.size());
            for (int i = 0; i < array.length; i++) {
                array[i] = field.apply(wanted.get(i));
            }
            return array;
        }
    }

    /** In the kinds' order, so that the same kinds make the same query. */
    static <K extends Comparable<K>, W> Parts<K, W> of(List<W> wanted, Function<W, K> kind) {
        var parts = new TreeMap<K, Part<K, W>>();
        for (int place = 0; place < wanted.size(); place++) {
            var each = wanted.get(place);
            var part =
                    parts.computeIfAbsent(kind.apply(each), of -> new Part<>(of, new ArrayList<>(), new ArrayList<>()));
            part.wanted.add(each);
            part.places.add(place);
        }
        return new Parts<>(List.copyOf(parts.values()));
    }

    List<K> kinds() {
        return parts.stream().map(Part::kind).toList();
    }

    /** @param number of one wanted in its part, from 1 */
    int place(int part, long number) {
        return parts.get(part).places.get((int) (number - 1));
    }
}
