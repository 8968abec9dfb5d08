package dev.footnote.document;

import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.question.Fault;
import dev.footnote.question.Refusal;
import dev.footnote.question.Request;
import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/** Documents that were found valid, kept for when they come again: by their text, their hash or their name. */
public final class Documents {

    /** What is made of a document takes some 60 times as many bytes as its text has characters. */
    private static final int BYTES_A_CHARACTER = 60;
    private static final int MOST_BYTES = 32 << 20;

    private final Preparing preparing;
    private final DocumentConfig.Trust trust;
    private final Persisted persisted = new Persisted();
    private final Cache<String, Prepared> known = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .<String, Prepared> weigher((text, prepared) -> 1000 + text.length() * BYTES_A_CHARACTER).build();
    private volatile Trusted trusted = new Trusted(Map.of());

    public Documents(Preparing preparing, DocumentConfig.Trust trust) {
        this.preparing = preparing;
        this.trust = trust;
    }

    public GraphQLSchema schema() {
        return preparing.schema();
    }

    /** @throws BrokenDocuments with all that is wrong with any of them; then none is trusted */
    public void trust(Shelf shelf) {
        trusted = new Trusted(shelf.read(preparing::prepared));
    }

    /** The trusted document of that name, or null. */
    public Prepared trusted(String name) {
        return trusted.named(name);
    }

    /** Whether the document of a request was prepared before. */
    public boolean knows(Request request) {
        if (request.name() != null) {
            return trusted.named(request.name()) != null;
        }
        String text = request.document() == null && request.hash() != null ? persisted.text(request.hash())
                : request.document();
        return text == null ? trusted.hashed(request.hash()) != null
                : trusted.written(text) != null || known.getIfPresent(text) != null;
    }

    /** @throws Refusal when there is no valid document, or one that asks for more than is answered at once */
    public Prepared prepared(Request request) {
        if (request.name() != null) {
            return named(request);
        }
        return request.document() == null ? hashed(request.hash()) : written(request.document(), request.hash());
    }

    private Prepared named(Request request) {
        if (request.document() != null || request.hash() != null) {
            throw refusal(Fault.Code.BAD_REQUEST, "A document is named twice. Give a documentId, or a query, and not both.");
        }
        Prepared prepared = trusted.named(request.name());
        if (prepared == null) {
            throw refusal(Fault.Code.BAD_REQUEST,
                    "There is no document of that documentId here. Give one that there is, or the document under query.");
        }
        return prepared;
    }

    private Prepared hashed(String hash) {
        if (hash == null) {
            throw refusal(Fault.Code.BAD_REQUEST, "The request has no document. Give one under query, or a documentId.");
        }
        Prepared prepared = trusted.hashed(hash);
        if (prepared != null) {
            return prepared;
        }
        refuseStrangers();
        String text = persisted.text(hash);
        if (text == null) {
            throw refusal(Fault.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"); // to the letter, for clients look for it
        }
        return known.get(text, preparing::prepared);
    }

    private Prepared written(String text, String hash) {
        Prepared prepared = trusted.written(text);
        if (prepared == null) {
            refuseStrangers();
            prepared = known.get(text, preparing::prepared);
        }
        if (hash != null && !hash.equalsIgnoreCase(prepared.hash())) {
            throw refusal(Fault.Code.BAD_REQUEST,
                    "The sha256Hash is not that of the document. Send the SHA-256 of the document in UTF-8, in hexadecimal.");
        }
        if (hash != null) {
            persisted.keep(prepared.hash(), text);
        }
        return prepared;
    }

    private void refuseStrangers() {
        if (trust == DocumentConfig.Trust.ONLY) {
            throw refusal(Fault.Code.DOCUMENT_NOT_TRUSTED,
                    "Only trusted documents are answered here, and this is none. Give the documentId of one.");
        }
    }

    private static Refusal refusal(Fault.Code code, String message) {
        return new Refusal(Fault.of(code, message));
    }

    /** @throws Refusal with all that is wrong with the variables */
    public CoercedVariables coerced(OperationDefinition operation, Map<String, Object> variables) {
        return preparing.variables().coerced(operation, variables);
    }

    /**
     * The variables of a trusted document as the parameters of a URL give them.
     *
     * @throws Refusal with all that is wrong with them
     */
    public Map<String, Object> variables(Prepared prepared, Map<String, List<String>> parameters) {
        return preparing.urlVariables().read(prepared.operation(null), parameters);
    }
}
