package app.mita.query.readmodel;

import app.mita.runtime.database.Notifications;
import app.mita.runtime.database.Notifications.Listening;
import app.mita.runtime.database.Notifications.Notified;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;

/**
 * Forgets what is kept of users whom an operator has repaired. Otherwise a position names one document for ever, which is
 * what confirming by position relies on; a repair is the one thing that may put another document in its place.
 */
@Component
final class RepairedUsers implements DisposableBean {

    private static final String CHANNEL = "mita_rebuilt";

    private final Disposable listening;

    RepairedUsers(Notifications notifications, ReadCache cache) {
        listening = notifications.listen(CHANNEL).subscribe(signal -> {
            switch (signal) {
                case Listening missed -> cache.forgetAll();
                case Notified(var channel, var user) -> cache.forget(UUID.fromString(user));
            }
        });
    }

    @Override
    public void destroy() {
        listening.dispose();
    }
}
