package app.mita.command.analytics;

import app.mita.api.event.MitaEvent;
import app.mita.command.gateway.Command;
import app.mita.command.gateway.Decider;
import app.mita.command.gateway.Decision;
import app.mita.command.gateway.Fact;
import app.mita.command.gateway.Known;
import app.mita.command.profile.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Notes how the app is used; tells the event. It rests on the account alone: however much is noted, no decision has more
 * to read for it.
 */
record NoteUsage(UUID user, Usage usage) implements Command<MitaEvent> {

    @Component
    static final class Rule implements Decider<NoteUsage, MitaEvent> {

        @Override
        public Class<NoteUsage> command() {
            return NoteUsage.class;
        }

        @Override
        public List<Fact<?>> facts(NoteUsage command) {
            return List.of(Account.of(command.user()));
        }

        @Override
        public Decision<MitaEvent> decide(NoteUsage command, Known known, Instant now) {
            var account = known.get(Account.of(command.user())).required();
            var event = command.usage().event(command.user(), account.zone(), now);
            return Decision.of(event, event);
        }
    }
}
