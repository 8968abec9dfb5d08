package dev.footnote.domain.product;

import java.util.Optional;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.organization.Organization;
import dev.footnote.metamodel.annotation.BaseEntity;
import dev.footnote.metamodel.annotation.DataPackageResource;
import dev.footnote.metamodel.annotation.MaxBytes;
import dev.footnote.metamodel.annotation.Searchable;
import dev.footnote.metamodel.scalar.PartialDate;

@Entity
@DataPackageResource("products")
@Searchable(value = "Products, by any of their names.", mark = 'e', profile = "kind")
@Table(name = "product")
@Description("Something that is made, sold or offered: a device, a piece of software, a model, a service.")
public class Product extends BaseEntity {

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What sort of product it is.")
    public ProductKind kind;

    @NonNull
    @MaxBytes(2000)
    @Description("The name it is commonly known by in the sources. Other names are among its names.")
    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that makes or offers it. Null when no source says.")
    public Organization maker;

    @Embedded
    @Description("When it was first presented to the public. Null when no source says.")
    public PartialDate announced;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The product that it is a part of or belongs to. Null when it stands alone.")
    public Product partOf;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The product that it is built on. Null when no source names one.")
    public Product basedOn;

    @Description("What it is, in words of the dataset.")
    public String summary;

    public static Optional<Product> findBySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
