package dev.footnote.edit;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.edit.draft.EditRequest;
import dev.footnote.edit.merge.Merge;
import dev.footnote.query.execution.CancellationToken;
import dev.footnote.security.Role;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.graphql.api.Context;

/** Mutations that change records and cite where the changes were read. */
@GraphQLApi
public class EditApi {

    private final EditService edits;
    private final SecurityIdentity identity;

    EditApi(EditService edits, SecurityIdentity identity) {
        this.edits = edits;
        this.identity = identity;
    }

    @NonNull
    @Mutation
    @RolesAllowed(Role.EDITOR_NAME)
    @Description("Creates, changes and deletes records: all of it or, if anything is wrong, nothing. Every created or changed"
            + " fact names its source.")
    public EditPayload edit(@NonNull @Name("input") @Description("The changes.") EditInput input, Context context) {
        // the annotated input knows only what is the same for all entity types
        return told(edits.edit(EditRequest.of(context.unwrap(DataFetchingEnvironment.class).getArgument("input")), name()),
                context);
    }

    @NonNull
    @Mutation
    @RolesAllowed(Role.EDITOR_NAME)
    @Description("Takes an edit back, by an edit of its own. Refuses if later edits touched the same fields, and says which.")
    public EditPayload revert(@NonNull @Id @Name("edit") @Description("The id of the edit.") String edit,
            @Name("summary") @Description("Why it is taken back.") String summary, Context context) {
        return told(edits.revert(edit, Optional.ofNullable(summary), name()), context);
    }

    @NonNull
    @Mutation
    @RolesAllowed(Role.EDITOR_NAME)
    @Description("Makes one record of two that are the same, by an edit. What refers to the one refers to the other"
            + " afterwards, which also gets its names, its citations and the values that it lacks. The id of the one leads to"
            + " the other from then on.")
    public EditPayload merge(@NonNull @Id @Name("into") @Description("The global id of the record that stays.") String into,
            @NonNull @Id @Name("from") @Description("The global id of the record that is merged into it.") String from,
            @Name("summary") @Description("Why they are the same.") String summary,
            @Name("dryRun") @Description("True: says what would happen, and writes nothing.") Boolean dryRun, Context context) {
        return told(edits.merge(new Merge(into, from), Optional.ofNullable(summary), Boolean.TRUE.equals(dryRun), name()),
                context);
    }

    /** Tells the request which revision it wrote, so that its answer is read from that one, and names it. */
    private static EditPayload told(EditResult result, Context context) {
        CancellationToken request = context.unwrap(DataFetchingEnvironment.class).getGraphQlContext()
                .get(CancellationToken.class);
        result.revision().ifPresent(request::wrote);
        return result.payload();
    }

    private String name() {
        return identity.getPrincipal().getName();
    }
}
