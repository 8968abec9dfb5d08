package dev.footnote.domain.organization;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.LabelTemplate;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.UniqueFields;

@Entity
@LabelTemplate("{scheme} {value} of {organization.name}")
@UniqueFields({ "scheme", "value" })
@DataPackageResource("identifiers")
@Table(name = "identifier")
@Description("An identifier that an outside registry gave an organization.")
public class Identifier extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The organization that is identified.")
    public Organization organization;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("Who gave the identifier out.")
    public IdentifierScheme scheme;

    @Column(name = "code")
    @NonNull
    @MaxBytes(1000)
    @Description("The identifier itself, as the registry writes it.")
    public String value;

    public static Optional<Identifier> findByValue(IdentifierScheme scheme, String value) {
        return find("scheme = ?1 and value = ?2", scheme, value).firstResultOptional();
    }
}
