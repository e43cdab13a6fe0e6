package app.mita.command.profile;

import app.mita.api.profile.ProfileView;
import app.mita.api.wire.ErrorCode;
import app.mita.api.wire.Refused;
import app.mita.command.gateway.Commands;
import app.mita.command.gateway.Written;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries out a change of profile; a new e-mail address is claimed before and confirmed after. */
@Component
class ProfileUpdate {

    private final Commands commands;
    private final EmailClaims emails;

    ProfileUpdate(Commands commands, EmailClaims emails) {
        this.commands = commands;
        this.emails = emails;
    }

    /** @return fails with ALREADY_EXISTS when another user has the new address */
    Mono<Written<ProfileView>> change(UUID user, ProfileChanges changes) {
        var email = changes.email();
        return email == null ? commands.send(new ChangeProfile(user, changes)) : changeWithEmail(user, changes, email);
    }

    private Mono<Written<ProfileView>> changeWithEmail(UUID user, ProfileChanges changes, EmailAddress email) {
        return commands.send(new FindAccount(user))
                .map(found -> found.result().required())
                .flatMap(before -> claim(user, email)
                        .then(Mono.defer(() -> commands.send(new ChangeProfile(user, changes))))
                        .onErrorResume(failure ->
                                emails.release(email, user).onErrorComplete().then(Mono.error(failure)))
                        .flatMap(written -> emails.confirm(email, user)
                                .flatMap(confirmed -> confirmed ? Mono.just(written) : takeBack(user, before))));
    }

    private Mono<Void> claim(UUID user, EmailAddress email) {
        return emails.holder(email)
                .filter(user::equals)
                .hasElement()
                .flatMap(held -> held ? Mono.empty() : emails.claim(email, user, Mono.empty()));
    }

    /** The claim was given up for abandoned and someone else has the address: this user keeps the one from before. */
    private Mono<Written<ProfileView>> takeBack(UUID user, Account before) {
        var address = ProfileChanges.ofEmail(
                EmailAddress.of(before.profile()), before.profile().emailVerified());
        return commands.send(new ChangeProfile(user, address))
                .then(Mono.error(() -> new Refused(ErrorCode.CONFLICT, "The change took too long; try again.")));
    }
}
