package app.mita.query.web;

import app.mita.query.readmodel.Documents;
import app.mita.query.readmodel.Lists;
import app.mita.query.readmodel.RowList;
import app.mita.query.readmodel.Screen;
import app.mita.runtime.security.Caller;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers with screens of the caller's own documents and with their own lists. */
@Component
public final class Screens {

    private final Documents documents;
    private final Lists lists;
    private final JsonAnswers answers;

    Screens(Documents documents, Lists lists, JsonAnswers answers) {
        this.documents = documents;
        this.lists = lists;
        this.answers = answers;
    }

    /** Answers 200; completes unanswered where the screen cannot be drawn from documents. */
    public Mono<Void> show(Screen screen, Opening opening, Caller caller, ServerWebExchange exchange) {
        return documents.draw(caller.user(), screen).flatMap(data -> answers.write(exchange, opening, data));
    }

    /** Answers 200. */
    public Mono<Void> show(RowList list, Opening opening, Caller caller, ServerWebExchange exchange) {
        return lists.draw(caller.user(), list).flatMap(data -> answers.write(exchange, opening, data));
    }
}
