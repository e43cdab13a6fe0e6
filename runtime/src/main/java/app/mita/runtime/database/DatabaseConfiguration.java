package app.mita.runtime.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.netty.resources.LoopResources;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** @param migrates whether this service migrates the database, or waits for one that does */
    @Bean
    Database database(
            DatabaseProperties properties,
            @Value("${mita.database.migrates:true}") boolean migrates,
            LoopResources loops,
            MeterRegistry meters) {
        if (migrates) {
            new Migration(properties).run();
        } else {
            new MigrationElsewhere(properties).await();
        }
        return new Database(properties, loops, meters);
    }

    /** The common pool. */
    @Bean(destroyMethod = "")
    @Primary
    ConnectionPool connectionPool(Database database, DatabaseProperties properties) {
        return database.pool("common", properties.poolSize());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionPool pool) {
        return DatabaseClient.create(pool);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionPool pool) {
        return new R2dbcTransactionManager(pool);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(transactions);
    }

    @Bean
    Notifications notifications(Database database) {
        return new Notifications(database);
    }
}
