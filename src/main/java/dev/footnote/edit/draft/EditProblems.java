package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong in an edit. */
public final class EditProblems {

    private final List<EditProblem> all = new ArrayList<>();

    public void add(ProblemCode code, InputPath path, String message) {
        all.add(new EditProblem(code, message, path.parts(), null));
    }

    /** Adds the problem that somebody else has changed a record. */
    public void conflict(InputPath path, String id, int expected, int version) {
        all.add(new EditProblem(ProblemCode.CONFLICT, "The record has the version " + version + ", and " + expected
                + " was expected: somebody else has changed it. Look at it as it is now, and send the edit again with that"
                + " version.", path.parts(), new NodeReference(id)));
    }

    /** Adds the problem that a text is no global id of a record that can be edited. */
    public void noGlobalId(InputPath path, String text) {
        add(ProblemCode.INVALID, path, "\"" + text + "\" is no global id of a record. Write its kind, a colon and its id, such"
                + " as organization:xiaomi.");
    }

    public boolean none() {
        return all.isEmpty();
    }

    public List<EditProblem> all() {
        return List.copyOf(all);
    }
}
