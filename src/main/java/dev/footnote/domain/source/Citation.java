package dev.footnote.domain.source;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.Hibernate;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.LabelTemplate;
import io.quarkus.panache.common.Sort;

@Entity
@LabelTemplate("{source.title}[, {locator}]")
@DataPackageResource("citations")
@Table(name = "citation")
@Description("Where a fact was read: one place in one source that is about one record, or one field of it.")
public class Citation extends BaseEntity {

    /** The table of the cited record. */
    public String subjectKind;

    /** The number of the cited record. It has no foreign key, because the record may be of any entity type. */
    public Integer subjectId;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The document the fact was read in.")
    public Source source;

    @Description("The place in the document, such as paragraph 4. Null when the whole document is meant.")
    public String locator;

    @Description("The field of the record that this place is about. Null when it is about the record as a whole.")
    public String field;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("Whether the place supports the record, and whether all others agree.")
    public CitationStance stance;

    @Description("What a reader should know about the reading, such as what was inferred and from what.")
    public String note;

    @Description("The words of the document, where its licence lets them be repeated.")
    public String quote;

    /** Lists the citations of a record, in order of insertion. */
    public static List<Citation> listBySubject(BaseEntity subject) {
        String kind = Hibernate.getClass(subject).getAnnotation(Table.class).name();
        return list("subjectKind = ?1 and subjectId = ?2", Sort.by("id"), kind, subject.id);
    }
}
