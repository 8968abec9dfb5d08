package dev.footnote.inventory;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.staging.Progress;

/** Goes through all records of a kind, a page at a time, and tells how far it has come. */
public final class Walk {

    private final Inventory inventory;
    private final Citations citations;
    private final Survey survey;
    private final Progress progress;

    public Walk(Inventory inventory, Survey survey, Progress progress) {
        this.inventory = inventory;
        this.citations = new Citations(inventory);
        this.survey = survey;
        this.progress = progress;
    }

    /** Takes a page of what is gone through. */
    public interface Step<T> {
        void take(List<T> page) throws IOException;
    }

    /** @return how many there are */
    public long records(Carrier carrier, Step<Row> step) throws IOException {
        return records(carrier, behind -> inventory.page(carrier, behind), step);
    }

    /**
     * Goes through records of which it also matters what a record that they name says.
     *
     * @param header of the column that names it
     * @param beside the column of its table that is read
     */
    public void beside(Carrier carrier, String header, String beside, Step<Row> step) throws IOException {
        Column column = carrier.columns().stream().filter(one -> one.header().equals(header)).findFirst().orElseThrow();
        records(carrier, behind -> inventory.page(carrier, behind, column, beside), step);
    }

    private long records(Carrier carrier, IntFunction<List<Row>> pages, Step<Row> step) throws IOException {
        long total = survey.count(carrier.noun().table());
        long done = 0;
        List<Row> page = pages.apply(0);
        while (!page.isEmpty()) {
            step.take(page);
            done += page.size();
            progress.tell("writing " + carrier.noun().resource(), done, total);
            page = pages.apply(page.get(page.size() - 1).number());
        }
        return done;
    }

    /** @return how many there are */
    public long citations(long total, Step<Cited> step) throws IOException {
        long done = 0;
        List<Cited> page = citations.page(0);
        while (!page.isEmpty()) {
            step.take(page);
            done += page.size();
            progress.tell("writing citations", done, total);
            page = citations.page(page.get(page.size() - 1).number());
        }
        return done;
    }
}
