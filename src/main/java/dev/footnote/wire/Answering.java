package dev.footnote.wire;

import java.util.function.Supplier;

import jakarta.inject.Singleton;

import dev.footnote.answer.Answer;
import dev.footnote.cache.Cache;
import dev.footnote.cache.Kept;
import dev.footnote.cache.Tag;
import dev.footnote.desk.Desk;
import dev.footnote.export.ExportDoor;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import dev.footnote.request.RequestReader.Requests;
import io.vertx.core.http.HttpHeaders;

/** Answers what came in over HTTP: by nothing where the asker has it, by what was kept where that holds, else anew. */
@Singleton
class Answering {

    private final Desk desk;
    private final Cache cache;
    private final ExportDoor exports;

    Answering(Desk desk, Cache cache, ExportDoor exports) {
        this.desk = desk;
        this.cache = cache;
        this.exports = exports;
    }

    /** Answers by a line for each record of a list. */
    void export(Exchange exchange, Supplier<Request> reading) {
        exchange.guarded(() -> exported(exchange, reading));
    }

    private void exported(Exchange exchange, Supplier<Request> reading) {
        Request request;
        try {
            request = reading.get();
        } catch (Refusal refusal) {
            exchange.refuse(400, Answer.refused(refusal));
            return;
        }
        exchange.streamed();
        exports.stream(exchange.routing, request, exchange.format, exchange);
    }

    /** @param asked all that tells one question from another */
    void posted(Exchange exchange, byte[] asked, Supplier<Requests> reading) {
        exchange.guarded(() -> post(exchange, asked, reading));
    }

    private void post(Exchange exchange, byte[] asked, Supplier<Requests> reading) {
        Kept.Entry entry = keeping(exchange, asked);
        if (entry == null) {
            exchange.looked(false);
            answer(exchange, asked.length, reading);
            return;
        }
        cache.versions().current(version -> exchange.then(() -> {
            hand(exchange, version, entry, () -> answer(exchange, asked.length, reading));
        }));
    }

    /** @param asked all that tells one question from another */
    void got(Exchange exchange, byte[] asked, Supplier<Requests> reading) {
        exchange.guarded(() -> get(exchange, asked, reading));
    }

    private void get(Exchange exchange, byte[] asked, Supplier<Requests> reading) {
        Kept.Entry entry = keeping(exchange, asked);
        cache.versions().current(version -> exchange.then(() -> {
            exchange.age = cache.control(exchange.isPublic());
            exchange.tagging = read -> cache.tag(asked, exchange.form(), read);
            exchange.version = version;
            exchange.tag = version == null ? null : exchange.tagging.apply(version);
            if (version != null && Tag.matches(exchange.request.getHeader(HttpHeaders.IF_NONE_MATCH), exchange.tag)) {
                exchange.unchanged();
            } else {
                hand(exchange, version, entry, () -> answer(exchange, asked.length, reading));
            }
        }));
    }

    private static void hand(Exchange exchange, String version, Kept.Entry entry, Runnable otherwise) {
        boolean holds = entry != null && entry.version().equals(version);
        exchange.looked(holds);
        if (holds) {
            exchange.end(entry);
        } else {
            otherwise.run();
        }
    }

    /** Has the answer kept where it may be. @return the one that is kept, or null */
    private Kept.Entry keeping(Exchange exchange, byte[] asked) {
        if (!cache.keeps() || !exchange.isPublic()) {
            return null;
        }
        Kept.Key key = new Kept.Key(asked, exchange.form());
        exchange.keeper = entry -> cache.kept().put(key, entry);
        return cache.kept().get(key);
    }

    private void answer(Exchange exchange, int size, Supplier<Requests> reading) {
        Requests requests;
        try {
            requests = reading.get();
        } catch (Refusal refusal) {
            exchange.refuse(400, Answer.refused(refusal));
            return;
        }
        if (exchange.version == null) {
            exchange.version = cache.versions().last();
        }
        exchange.response.closeHandler(closed -> desk.abandon(exchange.effort()));
        if (requests.several()) {
            desk.ask(requests.all(), exchange);
        } else {
            desk.ask(requests.all().get(0), size, exchange);
        }
    }
}
