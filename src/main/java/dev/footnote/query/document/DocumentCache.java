package dev.footnote.query.document;

import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.footnote.query.GraphQLRequest;
import dev.footnote.query.RequestError;
import dev.footnote.query.RequestException;
import graphql.execution.CoercedVariables;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;

/** Cache of valid documents, by text, hash or name. */
public final class DocumentCache {

    /** A prepared document takes some 60 times as many bytes as its text has characters. */
    private static final int BYTES_A_CHARACTER = 60;
    private static final int MOST_BYTES = 32 << 20;

    private final DocumentPreparer preparing;
    private final DocumentConfig.Trust trust;
    private final PersistedDocuments persisted = new PersistedDocuments();
    private final Cache<String, PreparedDocument> known = Caffeine.newBuilder().executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .<String, PreparedDocument> weigher((text, prepared) -> 1000 + text.length() * BYTES_A_CHARACTER).build();
    private volatile TrustedDocuments trusted = new TrustedDocuments(Map.of());

    public DocumentCache(DocumentPreparer preparing, DocumentConfig.Trust trust) {
        this.preparing = preparing;
        this.trust = trust;
    }

    public GraphQLSchema schema() {
        return preparing.schema();
    }

    /** @throws InvalidTrustedDocumentsException with all errors of all documents; in that case none is trusted */
    public void trust(TrustedDocumentLoader shelf) {
        trusted = new TrustedDocuments(shelf.read(preparing::prepared));
    }

    /** The trusted document with that name, or null. */
    public PreparedDocument trusted(String name) {
        return trusted.named(name);
    }

    /** Whether the document of a request was prepared before. */
    public boolean knows(GraphQLRequest request) {
        if (request.name() != null) {
            return trusted.named(request.name()) != null;
        }
        String text = request.document() == null && request.hash() != null ? persisted.text(request.hash())
                : request.document();
        return text == null ? trusted.hashed(request.hash()) != null
                : trusted.written(text) != null || known.getIfPresent(text) != null;
    }

    /** @throws RequestException if the document is missing or invalid, or exceeds a limit */
    public PreparedDocument prepared(GraphQLRequest request) {
        if (request.name() != null) {
            return named(request);
        }
        return request.document() == null ? hashed(request.hash()) : written(request);
    }

    private PreparedDocument named(GraphQLRequest request) {
        if (request.document() != null || request.hash() != null) {
            throw exception(RequestError.Code.BAD_REQUEST,
                    "A document is named twice. Give a documentId, or a query, and not both.");
        }
        PreparedDocument prepared = trusted.named(request.name());
        if (prepared == null) {
            throw exception(RequestError.Code.BAD_REQUEST,
                    "There is no document of that documentId here. Give one that there is, or the document under query.");
        }
        return prepared;
    }

    private PreparedDocument hashed(String hash) {
        if (hash == null) {
            throw exception(RequestError.Code.BAD_REQUEST,
                    "The request has no document. Give one under query, or a documentId.");
        }
        PreparedDocument prepared = trusted.hashed(hash);
        if (prepared != null) {
            return prepared;
        }
        refuseStrangers();
        String text = persisted.text(hash);
        if (text == null) {
            throw exception(RequestError.Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound"); // clients match it exactly
        }
        return known.get(text, preparing::prepared);
    }

    private PreparedDocument written(GraphQLRequest request) {
        String text = request.document();
        String hash = request.hash();
        PreparedDocument prepared = trusted.written(text);
        if (prepared == null) {
            if (!request.caller().isServer()) {
                refuseStrangers();
            }
            prepared = known.get(text, preparing::prepared);
        }
        if (hash != null && !hash.equalsIgnoreCase(prepared.hash())) {
            throw exception(RequestError.Code.BAD_REQUEST,
                    "The sha256Hash is not that of the document. Send the SHA-256 of the document in UTF-8, in hexadecimal.");
        }
        if (hash != null) {
            persisted.keep(prepared.hash(), text);
        }
        return prepared;
    }

    private void refuseStrangers() {
        if (trust == DocumentConfig.Trust.ONLY) {
            throw exception(RequestError.Code.DOCUMENT_NOT_TRUSTED,
                    "Only trusted documents are answered here, and this is none. Give the documentId of one.");
        }
    }

    private static RequestException exception(RequestError.Code code, String message) {
        return new RequestException(RequestError.of(code, message));
    }

    /** @throws RequestException with all errors of the variables */
    public CoercedVariables coerced(OperationDefinition operation, Map<String, Object> variables) {
        return preparing.variables().coerced(operation, variables);
    }

    /**
     * The variables of a trusted document, read from URL parameters.
     *
     * @throws RequestException with all errors of the variables
     */
    public Map<String, Object> variables(PreparedDocument prepared, Map<String, List<String>> parameters) {
        return preparing.urlVariables().read(prepared.operation(null), parameters);
    }
}
