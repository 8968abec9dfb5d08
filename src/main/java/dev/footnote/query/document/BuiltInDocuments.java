package dev.footnote.query.document;

import java.util.Map;

/** The documents that a package of the product sends itself. They are trusted like those of the operator. */
@FunctionalInterface
public interface BuiltInDocuments {

    /** The texts by name. */
    Map<String, String> texts();
}
