package org.example.prize;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.person.Person;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;

/** An entity type that only {@link PrizeTest} has. */
@Entity
@DataPackageResource("prizes")
@Searchable(value = "Prizes, by name.", mark = 'x', profile = "city")
@Table(name = "prize")
@Description("A prize that a person was awarded.")
public class Prize extends BaseEntity {

    @NonNull
    @MaxBytes(2000)
    @Description("The name of the prize.")
    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The person who was awarded the prize.")
    public Person winner;

    @Description("Where it was awarded. Null when no source says.")
    public String city;

    @Embedded
    @Description("When it was awarded. Null when no source says.")
    public PartialDate awarded;
}
