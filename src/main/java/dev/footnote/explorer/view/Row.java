package dev.footnote.explorer.view;

import java.util.List;

import dev.footnote.explorer.picture.Strip;

/**
 * One record in a list.
 *
 * @param record the page of the record, if the subject is another record
 * @param detail what else is known, in short
 * @param strip a drawing of its time or its value, or null
 */
public record Row(Link subject, Link record, String detail, List<Mark> marks, Strip strip) {

    public Row(Link subject, Link record, String detail, List<Mark> marks) {
        this(subject, record, detail, marks, null);
    }

    public Row with(Strip drawing) {
        return new Row(subject, record, detail, marks, drawing);
    }
}
