package dev.footnote.explorer.document;

import dev.footnote.metamodel.EntityType;

/** The document of the page on which a record is edited: its values as they are, and its version. */
final class EditDocument {

    private final EntityType type;

    EditDocument(EntityType type) {
        this.type = type;
    }

    String text() {
        return "query Explorer" + type.type() + "Edit($id: ID!) {\n  record: node(id: $id) {\n    ... on " + type.type()
                + " { version " + Selection.fields(type, null) + " }\n  }\n}\n";
    }
}
