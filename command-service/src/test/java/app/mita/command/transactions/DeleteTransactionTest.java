package app.mita.command.transactions;

import static app.mita.command.onboarding.SomeUser.USER;
import static app.mita.command.onboarding.SomeUser.deleted;
import static app.mita.command.onboarding.SomeUser.registered;
import static app.mita.command.transactions.SomeSpending.ID;
import static app.mita.command.transactions.SomeSpending.NOW;
import static app.mita.command.transactions.SomeSpending.details;
import static app.mita.command.transactions.SomeSpending.recorded;

import app.mita.api.transactions.Category;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.wire.ErrorCode;
import app.mita.command.gateway.DeciderFixture;
import org.junit.jupiter.api.Test;

class DeleteTransactionTest {

    @Test
    void takes_back_what_the_transaction_was_last() {
        var first = details("42", Category.FOOD, "2026-11-24T10:00");
        var last = details("100", Category.DINING, "2026-11-23T10:00");
        DeciderFixture.of(new DeleteTransaction.Rule())
                .given(
                        registered("UTC"),
                        recorded(ID, first),
                        new TransactionCorrected(USER, ID, first, last, NOW, NOW))
                .at(NOW)
                .when(new DeleteTransaction(USER, ID))
                .expect(new TransactionDeleted(USER, ID, last, NOW))
                .result(ID);
    }

    @Test
    void is_for_transactions_that_are_there() {
        var details = details("42", Category.FOOD, "2026-11-24T10:00");
        DeciderFixture.of(new DeleteTransaction.Rule())
                .given(registered("UTC"))
                .when(new DeleteTransaction(USER, ID))
                .refused(ErrorCode.NOT_FOUND);
        DeciderFixture.of(new DeleteTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details), new TransactionDeleted(USER, ID, details, NOW))
                .when(new DeleteTransaction(USER, ID))
                .refused(ErrorCode.NOT_FOUND);
        DeciderFixture.of(new DeleteTransaction.Rule())
                .given(registered("UTC"), recorded(ID, details), deleted())
                .when(new DeleteTransaction(USER, ID))
                .refused(ErrorCode.TOKEN_INVALID);
    }
}
