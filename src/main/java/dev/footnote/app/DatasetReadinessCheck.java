package dev.footnote.app;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.database.connection.DatabaseUnavailableException;
import dev.footnote.database.connection.PoolExhaustedException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Readiness check: the process is ready if the database responds and contains a dataset. */
@Readiness
@Singleton
class DatasetReadinessCheck implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(DatasetReadinessCheck.class);

    /** Timeout of the check. It is below one second, because Kubernetes waits one second by default. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Database database;

    DatasetReadinessCheck(Database database) {
        this.database = database;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().item(this::imported).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .ifNoItem().after(PATIENCE).recoverWithItem(false)
                .map(imported -> HealthCheckResponse.named("dataset").status(imported).build());
    }

    private boolean imported() {
        try {
            return database.imported();
        } catch (DatabaseUnavailableException | PoolExhaustedException e) {
            return false;
        } catch (Exception e) {
            // logged and not part of the response, because the message may contain the location of the database
            LOG.warn("The database does not answer", e);
            return false;
        }
    }
}
