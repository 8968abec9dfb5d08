package dev.footnote.mapping;

import java.util.Set;

/**
 * What a cell has to say.
 *
 * @param texts one of which it says; null where anything will do
 * @param filled whether it says anything at all, where there are no texts
 */
record Condition(String name, Set<String> texts, boolean filled) {

    boolean holds(Expression.Cells cells) {
        String text = cells.cell(name);
        return texts == null ? (text != null) == filled : texts.contains(text == null ? "" : text);
    }
}
