package app.mita.query.dashboard;

import app.mita.api.dashboard.DashboardDocument;
import app.mita.api.dashboard.DashboardDocument.Recent;
import app.mita.api.transactions.TransactionView;
import java.util.List;

/** What the document's list of the newest transactions proves. */
final class RecentList {

    private RecentList() {}

    /** Whether the first entries of the list are surely the newest transactions that there are. */
    static boolean isComplete(DashboardDocument user) {
        var floor = user.recentFloor();
        if (floor == null) {
            return true;
        }
        int wanted = (int) Math.min(DashboardScreen.RECENT, user.liveTransactions());
        // Newest first: when the last of them is after the floor, all are.
        return wanted == 0
                || user.recent().size() >= wanted
                        && user.recent().get(wanted - 1).spentAt().isAfter(floor);
    }

    static List<Recent> of(List<TransactionView> newest) {
        return newest.stream().map(RecentList::recent).toList();
    }

    private static Recent recent(TransactionView transaction) {
        return new Recent(
                transaction.id(),
                transaction.amount(),
                transaction.category(),
                transaction.description(),
                transaction.spentAt());
    }
}
