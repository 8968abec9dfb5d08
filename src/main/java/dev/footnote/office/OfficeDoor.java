package dev.footnote.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import dev.footnote.archive.Form;
import dev.footnote.database.Unusable;
import dev.footnote.http.Accept;
import dev.footnote.http.HeaderElement;
import dev.footnote.http.QueryString;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
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
 * The doors of the office. Without a token there are none, and what would be behind them is answered like any other nowhere.
 */
@Singleton
class OfficeDoor {

    private static final Logger LOG = Logger.getLogger(OfficeDoor.class);
    private static final int AHEAD_OF_THE_FRAMEWORK = -100;
    private static final int USAGE = 2;
    /** By type of content, what the file is called at its end. */
    private static final Map<String, String> ENDINGS = Map.of("application/zip", ".zip", "application/x-ndjson", ".ndjson");

    private final OfficeConfig config;
    private final Imports imports;
    private final Exports exports;
    private final Backups backups;
    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final Ledger ledger = new Ledger();
    private Guard guard;

    OfficeDoor(OfficeConfig config, Imports imports, Exports exports, Backups backups, Vertx vertx) {
        this.config = config;
        this.imports = imports;
        this.exports = exports;
        this.backups = backups;
        this.vertx = vertx;
        // a thread of its own, because an import takes as long as it takes
        this.worker = vertx.createSharedWorkerExecutor("office", 1, 1, TimeUnit.DAYS);
    }

    void open(@Observes Router router) {
        if (config.token().isEmpty()) {
            return;
        }
        if (config.token().get().length() < Guard.SHORTEST) {
            LOG.errorf(
                    "footnote.office.token has fewer than %d characters, and can be guessed. Give it more, such as by openssl"
                            + " rand -hex 32, or none, which closes the office.",
                    Guard.SHORTEST);
            Quarkus.asyncExit(USAGE);
            throw new PreventFurtherStepsException(USAGE);
        }
        guard = new Guard(config.token().get());
        route(router, HttpMethod.GET, "/office/status", context -> new Reply(200, ledger.status()).to(context));
        route(router, HttpMethod.POST, "/office/import", this::take);
        route(router, HttpMethod.GET, "/office/export", this::give);
        route(router, HttpMethod.POST, "/office/backup", context -> {
            if (begin("backup", context)) {
                answer(context, work(backups::write));
            }
        });
    }

    private void route(Router router, HttpMethod method, String path, Handler<RoutingContext> then) {
        Route route = router.route(method, path).order(AHEAD_OF_THE_FRAMEWORK);
        if (method == HttpMethod.GET) {
            route.method(HttpMethod.HEAD);
        }
        route.handler(context -> {
            if (guard.admits(context)) {
                then.handle(context);
            }
        });
    }

    private void take(RoutingContext context) {
        String ending = HeaderElement.single(context.request().headers().getAll(HttpHeaders.CONTENT_TYPE))
                .map(type -> ENDINGS.get(type.value())).orElse(null);
        if (ending == null) {
            new Reply(415, "Send a dataset as application/zip, or entities as application/x-ndjson.").to(context);
            return;
        }
        if (!begin("import", context)) {
            return;
        }
        try {
            Path file = Files.createTempFile("footnote-", ending);
            new Upload(context.request(), config.upload()).to(file, vertx, config.patience())
                    .onSuccess(arrived -> answer(context, work(() -> imports.take(file, ledger)).eventually(() -> drop(file))))
                    .onFailure(failure -> drop(file).onComplete(dropped -> notArrived(context, failure)));
        } catch (IOException e) {
            notArrived(context, e);
        }
    }

    /** Writes the dataset to a file and sends that, because what is sent at once cannot be taken back when it fails. */
    private void give(RoutingContext context) {
        Form form = form(context.request());
        if (form == null) {
            new Reply(400, "The form is one of " + Arrays.stream(Form.values()).map(Form::ending)
                    .collect(Collectors.joining(", ")) + ".").to(context);
        } else if (Accept.of(context.request().headers().getAll(HttpHeaders.ACCEPT)).refuses(form.mediaType())) {
            new Reply(406, "The form is sent as " + form.mediaType() + ", which the header Accept excludes.").to(context);
        } else if (begin("export", context)) {
            if (context.request().method() == HttpMethod.HEAD) {
                ledger.drop();
                head(context.response(), form).end();
                return;
            }
            exports.write(form, worker, ledger).onComplete(written -> ledger.drop())
                    .onSuccess(file -> head(context.response(), form).sendFile(file.toString())
                            .onComplete(sent -> drop(file)))
                    .onFailure(failure -> failed(failure).to(context));
        }
    }

    /** @return null where the parameter names none, or is given twice */
    private static Form form(HttpServerRequest request) {
        try {
            List<String> given = QueryString.of(request.uri()).getOrDefault("form", List.of("zip"));
            return Arrays.stream(Form.values()).filter(one -> given.equals(List.of(one.ending()))).findFirst().orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static HttpServerResponse head(HttpServerResponse response, Form form) {
        return response.putHeader(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .putHeader("Content-Disposition", "attachment; filename=\"dataset." + form.ending() + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void notArrived(RoutingContext context, Throwable failure) {
        ledger.drop();
        if (failure instanceof Upload.Refused refused) {
            // because the rest may be as long again, and nobody reads it
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            new Reply(refused.status, refused.getMessage()).to(context);
        } else {
            LOG.warn("A dataset that was sent could not be taken", failure);
            new Reply(400, "The dataset did not arrive whole. Send it again.").to(context);
        }
    }

    /** A file that cannot be deleted changes nothing about what was answered. */
    private Future<Void> drop(Path file) {
        return vertx.fileSystem().delete(file.toString()).onFailure(
                failure -> LOG.warnf("The file %s could not be deleted: %s", file, failure.getMessage())).otherwiseEmpty();
    }

    private boolean begin(String name, RoutingContext context) {
        if (ledger.begin(name)) {
            return true;
        }
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "10");
        new Reply(503, "Something else is being done; /office/status says what. Try again later.").to(context);
        return false;
    }

    private Future<Reply> work(Callable<Reply> work) {
        return worker.executeBlocking(work, false).otherwise(OfficeDoor::failed).onSuccess(ledger::end);
    }

    private static Reply failed(Throwable failure) {
        LOG.error("What was asked for in the office failed", failure);
        return Unusable.why(failure).map(why -> new Reply(503, why))
                .orElseGet(() -> new Reply(500, "It failed, and nothing was changed. The log of the server says why."));
    }

    /** Answers when it is done or, when that takes long, that it goes on. */
    private void answer(RoutingContext context, Future<Reply> work) {
        long timer = vertx.setTimer(config.hold().toMillis(),
                late -> new Reply(202, "It goes on. /office/status says how far it is, and what came of it.").to(context));
        work.onSuccess(reply -> {
            vertx.cancelTimer(timer);
            reply.to(context);
        });
    }
}
