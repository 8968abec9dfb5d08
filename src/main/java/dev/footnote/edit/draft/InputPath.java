package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A place in the input of an edit: keys and list indexes from the outside in. */
public record InputPath(List<String> parts) {

    public static InputPath of(Object... parts) {
        return new InputPath(Arrays.stream(parts).map(String::valueOf).toList());
    }

    InputPath then(Object... more) {
        List<String> all = new ArrayList<>(parts);
        Arrays.stream(more).map(String::valueOf).forEach(all::add);
        return new InputPath(List.copyOf(all));
    }
}
