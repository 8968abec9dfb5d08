package dev.footnote.health;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import dev.footnote.connection.Away;
import dev.footnote.connection.Crowded;
import dev.footnote.database.Database;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Ready is who holds a dataset, in a database that answers. */
@Readiness
@Singleton
class DatasetHealth implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(DatasetHealth.class);

    /** Because Kubernetes waits one second, where nobody tells it to wait longer. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final Database database;

    DatasetHealth(Database database) {
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
        } catch (Away | Crowded e) {
            return false;
        } catch (Exception e) {
            // here and not in the answer, because it may tell where the database is
            LOG.warn("The database does not answer", e);
            return false;
        }
    }
}
