package dev.footnote.mapping;

import java.util.HashMap;
import java.util.Map;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;

/** A record as a rule makes it from a foreign line. */
final class MappedLine implements Line {

    private final MappedFeed feed;
    private final Rule rule;
    private final Line line;
    private final Feed.Place at;
    private final Map<String, String> texts = new HashMap<>();

    MappedLine(MappedFeed feed, Rule rule, Line line, Feed.Place at) {
        this.feed = feed;
        this.rule = rule;
        this.line = line;
        this.at = at;
    }

    @Override
    public String cell(String header) {
        return texts.get(header);
    }

    String id(Expression.Cells cells) {
        return text(Carrier.ID, cells);
    }

    private String text(String header, Expression.Cells cells) {
        Expression column = rule.columns().get(header);
        try {
            return column == null ? null : column.text(cells);
        } catch (IllegalArgumentException e) {
            fault(header, e.getMessage());
            return null;
        }
    }

    /**
     * Makes the texts of all columns. What is wrong is read as what is clearly meant or, where the record can do without
     * it, left out, because whoever maps the files of others can not correct them.
     *
     * @param drops by column, what the mapping turns into nothing
     */
    void fill(Expression.Cells cells, Map<String, Losses.Tally> drops) {
        for (String header : rule.columns().keySet()) {
            String text = text(header, cells);
            if (text == null && drops(header, cells)) {
                drops.computeIfAbsent(header, key -> new Losses.Tally()).add(this, said(header));
            }
            Column column = feed.column(header);
            texts.put(header, text == null || column == null || column.value() == null ? text
                    : column.mended(text, message -> warning(header, message)));
        }
    }

    private boolean drops(String header, Expression.Cells cells) {
        try {
            return rule.columns().get(header).drops(cells);
        } catch (IllegalArgumentException e) {
            return false; // it was told as a fault
        }
    }

    @Override
    public long place() {
        return at.number();
    }

    @Override
    public void fault(String header, String message) {
        feed.faults().add(feed.fault(at, header, said(header), message));
    }

    @Override
    public void warning(String header, String message) {
        feed.faults().warn(feed.fault(at, header, said(header), message));
    }

    private String said(String header) {
        String origin = rule.origin(header);
        return origin == null ? cell(header) : line.cell(origin);
    }
}
