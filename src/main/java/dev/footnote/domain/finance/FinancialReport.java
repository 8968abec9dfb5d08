package dev.footnote.domain.finance;

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
import dev.footnote.metamodel.annotation.*;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.panache.common.Sort;

@Entity
@LabelTemplate("{organization.name}, {period|NINE_MONTHS=nine months} {fiscalYear}[, revision {revision|1=}]")
@Restatable(alike = { "organization", "fiscalYear", "period" })
@DataPackageResource("financial_reports")
@Table(name = "financial_report")
@Description("Financial results that an organization reported for a period.")
public class FinancialReport extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY)
    @NonNull
    @Description("The organization that reported.")
    public Organization organization;

    @NonNull
    @IntegerRange(min = 1, max = 9999)
    @Description("The fiscal year, as the organization counts it.")
    public Integer fiscalYear;

    @Enumerated(EnumType.STRING)
    @NonNull
    @Description("The part of the fiscal year that is covered.")
    public ReportPeriod period;

    @Embedded
    @Description("The last day that is covered, as exact as a source says it. Null when no source says.")
    public PartialDate periodEnd;

    @Embedded
    @Description("When the results were announced. Null when no source says.")
    public PartialDate published;

    @ScalarType("CurrencyCode")
    @Description("The currency that the results are presented in. Null when no source says.")
    public String currency;

    @Description("The accounting basis, as stated. Null when no source says.")
    public String basis;

    @NonNull
    @IntegerRange(min = 1, max = 9999)
    @Description("Counts restatements of the same period, from 1.")
    public Integer revision;

    /** Finds the report for a period. If there are several revisions, it returns the latest. */
    public static Optional<FinancialReport> findLatest(Organization organization, int fiscalYear, ReportPeriod period) {
        return find("organization = ?1 and fiscalYear = ?2 and period = ?3", Sort.descending("revision"), organization,
                fiscalYear, period).firstResultOptional();
    }
}
