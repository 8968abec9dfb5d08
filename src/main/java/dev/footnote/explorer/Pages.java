package dev.footnote.explorer;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.explorer.document.ExplorerDocuments;
import dev.footnote.explorer.view.Address;

/** What every page needs: the documents and the frame. */
@Singleton
class Pages {

    private final ExplorerDocuments documents;
    private final Frames frames;

    Pages(ExplorerDocuments documents, Frames frames) {
        this.documents = documents;
        this.frames = frames;
    }

    ExplorerDocuments documents() {
        return documents;
    }

    Frames frames() {
        return frames;
    }

    /** The page that says that there is no such record. */
    RenderedPage missing(Address address) {
        return error(address, 404, address.wording().texts().noRecord());
    }

    RenderedPage error(Address address, int status, String message) {
        return RenderedPage.of(status, address, Templates.error(
                frames.of(Frames.Parts.of(new Address(address.path(), Map.of(), address.locale()), null, message, message,
                        List.of())),
                new Templates.ErrorContent(status, message)));
    }
}
