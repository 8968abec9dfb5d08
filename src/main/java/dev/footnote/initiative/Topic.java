package dev.footnote.initiative;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.entry.Entry;
import dev.footnote.entry.MaxBytes;
import dev.footnote.entry.Resource;

@Entity
@Resource("topics")
@Table(name = "topic")
@Description("A subject that initiatives and events are about.")
public class Topic extends Entry {

    @NonNull
    @MaxBytes(2000)
    @Description("The name of the topic.")
    public String name;

    public static Optional<Topic> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
