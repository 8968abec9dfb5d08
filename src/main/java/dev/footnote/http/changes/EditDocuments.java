package dev.footnote.http.changes;

import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.query.document.BuiltInDocuments;

/** The documents of {@code /changes} and {@code /changes.atom}, which work where only trusted documents do. */
@Singleton
class EditDocuments implements BuiltInDocuments {

    static final String STREAM = "changes";
    static final String FEED = "changes-atom";

    private static final String EDITS = """
            subscription Edits($since: Int) {
              edits(after: $since) {
                number
                id
                kind
                madeAt
                madeBy
                summary
                created
                updated
                deleted
                changes(first: 20) { totalCount nodes { record action fields(first: 20) { nodes { field before after } } } }
              }
            }""";

    private static final String LATEST = """
            query LatestEdits {
              dataset { slug title }
              edits(first: 50) { nodes { id kind madeAt madeBy summary
                changes(first: 20) { totalCount nodes { record action } } } }
            }""";

    @Override
    public Map<String, String> texts() {
        return Map.of(STREAM, EDITS, FEED, LATEST);
    }
}
