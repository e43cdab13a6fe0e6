package app.mita.command.relay;

import app.mita.runtime.health.HealthPart;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The broker and the relay in {@code /health}. */
final class KafkaHealth implements HealthPart, DisposableBean {

    private static final int ANSWER_MS = 2_000;

    private final KafkaClients clients;
    private final RelayStatus status;
    private final Outage outage;
    private @Nullable Admin admin;
    private boolean closed;

    KafkaHealth(KafkaClients clients, RelayStatus status, Outage outage) {
        this.clients = clients;
        this.status = status;
        this.outage = outage;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Mono<State> check() {
        return Mono.fromCallable(this::admin)
                // Making a client reads files and resolves names.
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(client -> Mono.fromCompletionStage(
                        () -> client.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MS))
                                .clusterId()
                                .toCompletionStage()))
                .map(cluster -> new State("connected", details()))
                .onErrorResume(failure -> Mono.fromSupplier(() -> new State("disconnected", details())));
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        String reason = outage.reason();
        details.put("relay", reason != null ? "waiting" : status.leading() ? "leading" : "standby");
        if (status.leading() || reason != null) {
            details.put("lag", status.lag());
        }
        return details;
    }

    private synchronized Admin admin() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        closed = true;
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
