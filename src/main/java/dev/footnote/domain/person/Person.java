package dev.footnote.domain.person;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.Searchable;

@Entity
@DataPackageResource("people")
@Searchable(value = "People, by any of their names.", mark = 'b', profile = "hometown")
@Table(name = "person")
@Description("A person in a public role. No private contact data is kept.")
public class Person extends BaseEntity {

    @NonNull
    @MaxBytes(2000)
    @Description("The name the person is commonly known by in the sources. Other spellings are among the names.")
    public String name;

    @Description("Where the person comes from, as a source states it. Null when no source says.")
    public String hometown;

    @Description("Who the person is, in words of the dataset.")
    public String summary;

    public static Optional<Person> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Lists the people with a name. Several people may have the same name. */
    public static List<Person> listByName(String name) {
        return list("name", name);
    }
}
