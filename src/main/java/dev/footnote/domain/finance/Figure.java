package dev.footnote.domain.finance;

import java.math.BigDecimal;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.product.Product;
import dev.footnote.metamodel.annotation.*;
import dev.footnote.metamodel.scalar.Money;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.panache.common.Sort;

@Entity
@LabelTemplate("[{report.organization.name}, {report.period|NINE_MONTHS=nine months} {report.fiscalYear}[, revision {report.revision|1=}]]"
        + "[{organization.name}][{initiative.name}][{product.name}]: {metric}[ {qualifier:words|EXACT=}] {value}"
        + "[ {currency}][{unit|MONEY=|COUNT=|PERCENT= percent}]")
@ExactlyOneOf({ "report", "organization", "initiative", "product" })
@Restatable(through = "report")
@DataPackageResource("figures")
@Table(name = "figure")
@Description("A number that a source states about a report, an organization, an initiative or a product.")
public class Figure extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The report that states the figure. Null when the figure stands on its own.")
    public FinancialReport report;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The organization that the figure is about, where it stands on no report.")
    public Organization organization;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The initiative that the figure is about, where it stands on no report.")
    public Initiative initiative;

    @ManyToOne(fetch = FetchType.LAZY)
    @Description("The product that the figure is about, where it stands on no report.")
    public Product product;

    @NonNull
    @MaxBytes(200)
    @TextFormat(pattern = "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+(-[\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}]+)*", hint = "Write it in lower case"
            + " with hyphens, such as adjusted-net-profit.")
    @Description("What is measured, in lower case with hyphens, such as revenue or adjusted-net-profit.")
    public String metric;

    @Column(name = "amount")
    @Summable({ "unit", "currency" })
    @ScalarType("Decimal")
    @NonNull
    @Description("The value in full units: 59.5 billion is 59500000000, 18.9 percent is 18.9.")
    public BigDecimal value;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("What the value counts.")
    public Unit unit;

    @ScalarType("CurrencyCode")
    @DependsOnField(field = "unit", is = "MONEY", always = true)
    @Description("The currency of the value. Null unless the unit is money.")
    public String currency;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("How exactly the source states the value.")
    public Qualifier qualifier;

    @Embedded
    @Description("When the value held or was stated to hold. Null when the report or the source says nothing else.")
    public PartialDate asOf;

    @Description("By when the value is to be reached, or for how long it is to hold, as stated.")
    public String horizon;

    @ScalarType("Decimal")
    @Description("Growth on the same period of the year before in percent, as stated; a decline is negative. Null when not stated.")
    public BigDecimal growth;

    @Embedded
    @DependsOnField(field = "unit", is = "MONEY")
    @Description("The same amount in another currency, as the source states it. It is never computed.")
    public Money equivalent;

    @Enumerated(EnumType.STRING)
    @DependsOnField(field = "equivalent")
    @Description("How exactly the source states the equivalent. Null without one.")
    public Qualifier equivalentQualifier;

    /** Lists the figures that a report states, by metric. */
    public static List<Figure> listByReport(FinancialReport report) {
        return list("report", Sort.by("metric", "id"), report);
    }
}
