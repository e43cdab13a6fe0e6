package app.mita.projection.transactions;

import static app.mita.api.event.PersonalText.reveal;

import app.mita.api.event.MitaEvent;
import app.mita.api.event.RecordedEvent;
import app.mita.api.transactions.MerchantDocument;
import app.mita.api.transactions.TransactionCorrected;
import app.mita.api.transactions.TransactionDeleted;
import app.mita.api.transactions.TransactionDetails;
import app.mita.api.transactions.TransactionRecorded;
import app.mita.projection.engine.ReadModel;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the live transactions at each merchant. */
@Component
public final class MerchantModel implements ReadModel<MerchantDocument> {

    @Override
    public String name() {
        return "merchant";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<MerchantDocument> documentType() {
        return MerchantDocument.class;
    }

    @Override
    public Collection<Class<? extends MitaEvent>> events() {
        return List.of(TransactionRecorded.class, TransactionCorrected.class, TransactionDeleted.class);
    }

    @Override
    public Collection<String> keys(RecordedEvent event) {
        return switch (event.payload()) {
            case TransactionRecorded recorded -> keysOf(recorded.details());
            case TransactionDeleted deleted -> keysOf(deleted.last());
            case TransactionCorrected corrected -> keysOf(corrected.before(), corrected.after());
            default -> List.of();
        };
    }

    @Override
    public @Nullable MerchantDocument fold(String key, @Nullable MerchantDocument document, RecordedEvent event) {
        return switch (event.payload()) {
            case TransactionRecorded recorded -> oneMore(document, recorded.details());
            case TransactionDeleted _ -> oneLess(document);
            case TransactionCorrected corrected -> {
                var rest = key.equals(keyOf(corrected.before())) ? oneLess(document) : document;
                yield key.equals(keyOf(corrected.after())) ? oneMore(rest, corrected.after()) : rest;
            }
            default -> document;
        };
    }

    private static MerchantDocument oneMore(@Nullable MerchantDocument document, TransactionDetails details) {
        var name = Objects.requireNonNull(reveal(details.merchant()));
        return new MerchantDocument(name, details.category(), document == null ? 1 : document.frequency() + 1);
    }

    private static @Nullable MerchantDocument oneLess(@Nullable MerchantDocument document) {
        return document == null || document.frequency() == 1
                ? null
                : new MerchantDocument(document.name(), document.category(), document.frequency() - 1);
    }

    private static List<String> keysOf(TransactionDetails... versions) {
        return Stream.of(versions)
                .map(MerchantModel::keyOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Null when there is no merchant, or their name has been erased. */
    private static @Nullable String keyOf(TransactionDetails details) {
        var name = reveal(details.merchant());
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
