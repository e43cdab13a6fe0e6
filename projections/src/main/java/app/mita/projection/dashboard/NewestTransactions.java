package app.mita.projection.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Recent;
import app.mita.api.event.PersonalText;
import app.mita.api.transactions.TransactionDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest live transactions, complete above a floor. The list is longer than any screen shows, so that deletions
 * seldom make it too short for one; it is cut when it has grown, and only then does the floor rise.
 */
final class NewestTransactions {

    static final int LONGEST = 20;
    static final int KEPT = 12;

    /** The order of the transaction list: spending at the same instant by id. */
    private static final Comparator<Recent> NEWEST_FIRST = Comparator.comparing(Recent::spentAt)
            .thenComparing(recent -> recent.id().toString())
            .reversed();

    private final List<Recent> listed;
    private @Nullable Instant floor;
    private long live;

    private NewestTransactions(List<Recent> listed, @Nullable Instant floor, long live) {
        this.listed = listed;
        this.floor = floor;
        this.live = live;
    }

    /** A copy to work on. */
    static NewestTransactions of(DashboardDocument document) {
        return new NewestTransactions(
                new ArrayList<>(document.recent()), document.recentFloor(), document.liveTransactions());
    }

    /** At or below the floor it stays unlisted: others there are unlisted too. */
    void add(UUID id, TransactionDetails details) {
        live++;
        if (floor == null || details.spentAt().isAfter(floor)) {
            insert(new Recent(
                    id,
                    details.amount(),
                    details.category(),
                    PersonalText.reveal(details.description()),
                    details.spentAt()));
        }
    }

    void remove(UUID id) {
        live--;
        listed.removeIf(recent -> recent.id().equals(id));
        if (live == listed.size()) {
            floor = null;
        }
    }

    /** One that goes below the floor is unlisted from then on. */
    void replace(UUID id, TransactionDetails details) {
        remove(id);
        add(id, details);
    }

    List<Recent> listed() {
        return List.copyOf(listed);
    }

    @Nullable
    Instant floor() {
        return floor;
    }

    long live() {
        return live;
    }

    private void insert(Recent recent) {
        int at = 0;
        while (at < listed.size() && NEWEST_FIRST.compare(listed.get(at), recent) < 0) {
            at++;
        }
        listed.add(at, recent);
        if (listed.size() > LONGEST) {
            floor = listed.get(KEPT).spentAt();
            listed.subList(KEPT, listed.size()).clear();
        }
    }
}
