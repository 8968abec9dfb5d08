package dev.footnote.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.footnote.constraint.Tie;
import dev.footnote.folder.Column;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;

/** A record as a rule makes it from a foreign line. */
final class MappedLine implements Line {

    private final MappedFeed feed;
    private final Rule rule;
    private final Foreign cells;
    private final Feed.Place at;
    private final Map<String, String> texts = new HashMap<>();
    /** The columns of which a fault was told; a second one would only repeat it. */
    private final Set<String> faulty = new HashSet<>();

    MappedLine(MappedFeed feed, Rule rule, Foreign cells, Feed.Place at) {
        this.feed = feed;
        this.rule = rule;
        this.cells = cells;
        this.at = at;
    }

    @Override
    public String cell(String header) {
        return texts.get(header);
    }

    private String text(String header) {
        try {
            return rule.columns().get(header).text(cells);
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
    void fill(Map<String, Losses.Tally> drops) {
        for (String header : rule.columns().keySet()) {
            String text = text(header);
            if (text == null && drops(header)) {
                drops.computeIfAbsent(header, key -> new Losses.Tally()).addCells(this, leftOut(header));
            }
            Column column = feed.column(header);
            texts.put(header, text == null || column == null || column.value() == null ? text
                    : column.mended(text, message -> warning(header, message)));
        }
        complete();
    }

    /** Leaves out what cannot be alone, such as an amount whose currency is not known. */
    private void complete() {
        for (List<String> group : feed.groups()) {
            List<String> empty = group.stream().filter(header -> texts.get(header) == null).toList();
            if (!empty.isEmpty() && group.stream().noneMatch(faulty::contains)) {
                group.forEach(
                        header -> leaveOut(header, empty.get(0) + " is not known, and one is of no use without the other."));
            }
        }
        for (Tie tie : feed.ties()) {
            if (tie.isLoose(texts::get)) {
                tie.headers().forEach(header -> leaveOut(header, tie.loose()));
            }
        }
    }

    private void leaveOut(String header, String why) {
        if (texts.get(header) != null) {
            warning(header, why + " It is left out.");
            texts.put(header, null);
        }
    }

    private boolean drops(String header) {
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
    public boolean isFaulty(String header) {
        return faulty.contains(header);
    }

    @Override
    public void fault(String header, String message) {
        if (faulty.add(header)) {
            feed.faults().add(feed.fault(at, header, origins(header), message));
        }
    }

    @Override
    public void warning(String header, String message) {
        feed.faults().warn(feed.fault(at, header, origins(header), message));
    }

    private Map<String, String> origins(String header) {
        return Origins.said(rule.origins(header, cells), cells.line());
    }

    /** What the cells say that the mapping turns into nothing. */
    private Map<String, String> leftOut(String header) {
        Map<String, String> said = Origins.said(rule.origins(header, cells.part()), cells.line());
        said.values().removeIf(Objects::isNull);
        return said;
    }
}
