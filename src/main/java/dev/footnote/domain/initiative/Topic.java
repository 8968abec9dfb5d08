package dev.footnote.domain.initiative;

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
@DataPackageResource("topics")
@Searchable(value = "Topics, by name.", mark = 'f')
@Table(name = "topic")
@Description("A subject that initiatives and events are about.")
public class Topic extends BaseEntity {

    @NonNull
    @MaxBytes(2000)
    @Description("The name of the topic.")
    public String name;

    public static Optional<Topic> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
