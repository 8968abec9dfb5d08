package dev.footnote.explorer.view;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the page on which a record is edited. A file {@code messages/editing_de.properties} translates them. */
@MessageBundle("editing")
public interface EditingTexts {

    @Message("Edit")
    String edit();

    @Message("Only fields that you change are sent. An empty field becomes unknown.")
    String help();

    @Message("Editing here needs JavaScript. Without it, send the mutation edit from GraphiQL.")
    String script();

    @Message("Values")
    String values();

    @Message("Where it was read")
    String citing();

    @Message("Document")
    String source();

    @Message("Its name, or an id such as source:whu-xiaomi")
    String sourceHelp();

    @Message("Place in it, such as paragraph 4")
    String locator();

    @Message("What a reader should know about the reading")
    String note();

    @Message("About the edit")
    String about();

    @Message("Why this is changed")
    String summary();

    @Message("API key of an editor")
    String key();

    @Message("It stays in this tab until you close it.")
    String keyHelp();

    @Message("Check")
    String check();

    @Message("Save")
    String save();

    @Message("Nothing is changed yet.")
    String unchanged();

    @Message("The edit is complete. It would change this:")
    String checked();

    @Message("Saved. It changed this:")
    String saved();

    @Message("Nothing was written, because of this:")
    String refused();

    @Message("Back to the record")
    String back();
}
