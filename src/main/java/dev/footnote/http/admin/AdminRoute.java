package dev.footnote.http.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.database.DatabaseErrorMessages;
import dev.footnote.dataset.export.DatasetFormat;
import dev.footnote.http.AcceptHeader;
import dev.footnote.http.HeaderElement;
import dev.footnote.http.QueryString;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The routes of the admin API, on the management interface. Without a token and without API keys they return 404, as for any
 * unknown path.
 */
@Singleton
class AdminRoute {

    private static final Logger LOG = Logger.getLogger(AdminRoute.class);
    private static final int USAGE = 2;
    /** The file suffix for each content type. */
    private static final Map<String, String> ENDINGS = Map.of("application/zip", ".zip", "application/x-ndjson", ".ndjson");

    private final AdminConfig config;
    private final ImportHandler imports;
    private final DatasetExportHandler exports;
    private final BackupHandler backups;
    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final JobStatus jobs = new JobStatus();
    private final BearerTokenAuth authentication;

    AdminRoute(AdminConfig config, ImportHandler imports, DatasetExportHandler exports, BackupHandler backups, Vertx vertx,
            BearerTokenAuth authentication) {
        this.config = config;
        this.authentication = authentication;
        this.imports = imports;
        this.exports = exports;
        this.backups = backups;
        this.vertx = vertx;
        // a separate thread, because an import has no time limit
        this.worker = vertx.createSharedWorkerExecutor("admin", 1, 1, TimeUnit.DAYS);
    }

    void open(@Observes ManagementInterface management) {
        if (config.token().map(String::length).orElse(Integer.MAX_VALUE) < BearerTokenAuth.SHORTEST) {
            LOG.errorf(
                    "footnote.admin.token has fewer than %d characters, and can be guessed. Give it more, such as by openssl"
                            + " rand -hex 32, or none, which closes the admin API.",
                    BearerTokenAuth.SHORTEST);
            Quarkus.asyncExit(USAGE);
            throw new PreventFurtherStepsException(USAGE);
        }
        Router router = management.router();
        route(router, HttpMethod.GET, "/admin/status", context -> new JsonReply(200, jobs.status()).to(context));
        route(router, HttpMethod.POST, "/admin/import", this::take);
        route(router, HttpMethod.GET, "/admin/export", this::give);
        route(router, HttpMethod.POST, "/admin/backup", context -> {
            if (begin("backup", context)) {
                answer(context, work(backups::write));
            }
        });
    }

    private void route(Router router, HttpMethod method, String path, Handler<RoutingContext> then) {
        Route route = router.route(method, path);
        if (method == HttpMethod.GET) {
            route.method(HttpMethod.HEAD);
        }
        route.handler(context -> {
            if (!authentication.isOpen()) {
                context.next();
            } else {
                authentication.admit(context, () -> then.handle(context));
            }
        });
    }

    private void take(RoutingContext context) {
        String ending = HeaderElement.single(context.request().headers().getAll(HttpHeaders.CONTENT_TYPE))
                .map(type -> ENDINGS.get(type.value())).orElse(null);
        if (ending == null) {
            new JsonReply(415, "Send a dataset as application/zip, or entities as application/x-ndjson.").to(context);
            return;
        }
        if (!begin("import", context)) {
            return;
        }
        try {
            Path file = Files.createTempFile("footnote-", ending);
            new UploadToFile(context.request(), config.upload()).to(file, vertx, config.patience())
                    .onSuccess(arrived -> answer(context, work(() -> imports.take(file, jobs)).eventually(() -> drop(file))))
                    .onFailure(failure -> drop(file).onComplete(dropped -> notArrived(context, failure)));
        } catch (IOException e) {
            notArrived(context, e);
        }
    }

    /**
     * Writes the dataset to a file and then sends the file. A response that is streamed directly could not be withdrawn after a
     * failure.
     */
    private void give(RoutingContext context) {
        Optional<DatasetFormat> asked = form(context.request());
        if (asked.isEmpty()) {
            new JsonReply(400, "The form is one of " + Arrays.stream(DatasetFormat.values()).map(DatasetFormat::ending)
                    .collect(Collectors.joining(", ")) + ".").to(context);
            return;
        }
        DatasetFormat form = asked.get();
        if (AcceptHeader.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(form.mediaType())) {
            new JsonReply(406, "The form is sent as " + form.mediaType() + ", which the header Accept excludes.").to(context);
        } else if (begin("export", context)) {
            if (context.request().method() == HttpMethod.HEAD) {
                jobs.drop();
                head(context.response(), form).end();
                return;
            }
            exports.write(form, worker, jobs).onComplete(written -> jobs.drop())
                    .onSuccess(file -> head(context.response(), form).sendFile(file.toString())
                            .onComplete(sent -> drop(file)))
                    .onFailure(failure -> failed(failure).to(context));
        }
    }

    /** @return empty if the parameter names no format or is given twice */
    private static Optional<DatasetFormat> form(HttpServerRequest request) {
        try {
            List<String> given = QueryString.of(request.uri()).getOrDefault("form", List.of("zip"));
            return Arrays.stream(DatasetFormat.values()).filter(one -> given.equals(List.of(one.ending()))).findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HttpServerResponse head(HttpServerResponse response, DatasetFormat form) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .putHeader("Content-Disposition", "attachment; filename=\"dataset." + form.ending() + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void notArrived(RoutingContext context, Throwable failure) {
        jobs.drop();
        if (failure instanceof UploadToFile.Refused refused) {
            // because the rest of the body may be just as long, and nobody reads it
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            new JsonReply(refused.status, refused.getMessage()).to(context);
        } else {
            LOG.warn("A dataset that was sent could not be taken", failure);
            new JsonReply(400, "The dataset did not arrive whole. Send it again.").to(context);
        }
    }

    /** Deletes the file. A failure to delete it does not change the response. */
    private Future<Void> drop(Path file) {
        return vertx.fileSystem().delete(file.toString()).onFailure(
                failure -> LOG.warnf("The file %s could not be deleted: %s", file, failure.getMessage())).otherwiseEmpty();
    }

    private boolean begin(String name, RoutingContext context) {
        if (jobs.begin(name)) {
            return true;
        }
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "10");
        new JsonReply(503, "Something else is being done; /admin/status says what. Try again later.").to(context);
        return false;
    }

    private Future<JsonReply> work(Callable<JsonReply> work) {
        return worker.executeBlocking(work, false).otherwise(AdminRoute::failed).onSuccess(jobs::end);
    }

    private static JsonReply failed(Throwable failure) {
        LOG.error("An admin request failed", failure);
        return DatabaseErrorMessages.why(failure).map(why -> new JsonReply(503, why))
                .orElseGet(() -> new JsonReply(500, "It failed, and nothing was changed. The log of the server says why."));
    }

    /** Responds when the job is done. If it takes long, responds that it is still running. */
    private void answer(RoutingContext context, Future<JsonReply> work) {
        long timer = vertx.setTimer(config.hold().toMillis(),
                late -> new JsonReply(202, "It goes on. /admin/status says how far it is, and what came of it.").to(context));
        work.onSuccess(reply -> {
            vertx.cancelTimer(timer);
            reply.to(context);
        });
    }
}
