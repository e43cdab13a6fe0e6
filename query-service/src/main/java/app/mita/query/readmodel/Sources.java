package app.mita.query.readmodel;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.money.Money;
import app.mita.domain.time.UserTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One user's documents and the moment, as a computation looks at them. It asks for what it needs in plain code, one after
 * the other; where a document has not been read yet the attempt ends, the document is read and the computation begins
 * again. So what an answer depends on need not be declared: it is what was looked at. (The idea is that of Haxl, Marlow
 * et al., There is no Fork, ICFP 2014.)
 */
public final class Sources {

    /** A user of whom no event has been folded yet. */
    private static final DashboardDocument JUST_BEGUN = new DashboardDocument(
            "UTC",
            Money.ZERO,
            null,
            null,
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            Collections.unmodifiableSortedMap(new TreeMap<>()),
            List.of(),
            List.of(),
            null,
            0);

    private final UUID user;
    private final Instant now;
    private final Map<DocumentKey<?>, Document<?>> read;
    private final Map<DocumentKey<?>, Version> seen = new LinkedHashMap<>();
    private Instant until = Instant.MAX;

    /** @param read what may be looked at */
    Sources(UUID user, Instant now, Map<DocumentKey<?>, Document<?>> read) {
        this.user = user;
        this.now = now;
        this.read = read;
    }

    /** Whose documents these are. */
    public UUID owner() {
        return user;
    }

    /** The document; empty when there is none. */
    public <D> Optional<D> find(Model<D> model, String key) {
        return Optional.ofNullable(find(model, List.of(key)).get(key));
    }

    /** Those of the documents that there are, by their keys. They are read together. */
    @SuppressWarnings("unchecked") // under a model's key there are only documents of that model
    public <D> Map<String, D> find(Model<D> model, Collection<String> keys) {
        var found = new HashMap<String, D>();
        var unread = new ArrayList<DocumentKey<?>>();
        for (var key : keys) {
            var place = new DocumentKey<>(model, user, key);
            var document = (Document<D>) read.get(place);
            if (document == null) {
                unread.add(place);
            } else {
                seen.put(place, document.version());
                if (document.value() != null) {
                    found.put(key, document.value());
                }
            }
        }
        if (!unread.isEmpty()) {
            throw new Unread(unread);
        }
        return found;
    }

    /** What most answers want to know of their user: zone, income, answers and the near months. */
    public DashboardDocument user() {
        return find(Model.DASHBOARD, "").orElse(JUST_BEGUN);
    }

    /** The zone whose days and months are the user's; UTC when theirs is not known here. */
    public ZoneId zone() {
        return UserTime.zoneNamed(user().timezone()).orElse(ZoneOffset.UTC);
    }

    /** The user's local day. An answer that looks at it lasts until the next one at most. */
    public LocalDate today() {
        var zone = zone();
        var today = UserTime.dayOf(now, zone);
        changesAt(UserTime.startOf(today.plusDays(1), zone));
        return today;
    }

    /** The moment itself. Whoever looks at it must say when its answer {@linkplain #changesAt changes}. */
    public Instant now() {
        return now;
    }

    /** From then on the same documents may look different. */
    public void changesAt(Instant time) {
        until = time.isBefore(until) ? time : until;
    }

    /** What was looked at, each in the state that was seen. */
    List<Held> seen() {
        return seen.entrySet().stream()
                .<Held>map(each -> new Held(each.getKey(), each.getValue()))
                .toList();
    }

    /** The first moment that the computation has named; {@link Instant#MAX} when it named none. */
    Instant until() {
        return until;
    }

    /** Ends an attempt; costs no stack trace. */
    static final class Unread extends RuntimeException {

        private final transient List<DocumentKey<?>> keys;

        private Unread(List<DocumentKey<?>> keys) {
            super(null, null, false, false);
            this.keys = keys;
        }

        List<DocumentKey<?>> keys() {
            return keys;
        }
    }
}
