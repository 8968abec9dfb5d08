package dev.footnote.metamodel.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.transaction.Transactional;

import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

import dev.footnote.domain.event.Event;
import dev.footnote.domain.finance.Figure;
import dev.footnote.domain.finance.FinancialReport;
import dev.footnote.domain.finance.ReportPeriod;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.initiative.Topic;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.organization.OrganizationKind;
import dev.footnote.domain.person.Affiliation;
import dev.footnote.domain.person.Person;
import dev.footnote.domain.product.Product;
import dev.footnote.domain.source.Citation;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.quarkus.test.junit.QuarkusTest;

/** Records of the dataset that ships are found as entities. */
@QuarkusTest
@Transactional
class FindersTest {

    @Test
    void a_record_is_found_by_the_id_that_its_dataset_gives_it() {
        found("xiaomi", Organization::findBySlug);
        found("lei-jun", Person::findBySlug);
        found("ai-joint-laboratory", Initiative::findBySlug);
        found("artificial-intelligence", Topic::findBySlug);
        found("mi-6x-launch", Event::findBySlug);
        found("mi-6x", Product::findBySlug);
        found("lei-jun-large-scale-models", Source::findBySlug);
    }

    private static <T extends BaseEntity> void found(String slug, Function<String, Optional<T>> finder) {
        assertThat(finder.apply(slug)).hasValueSatisfying(record -> assertThat(record.slug).isEqualTo(slug));
        assertThat(finder.apply("nobody-is-called-so")).isEmpty();
    }

    @Test
    void organizations_are_found_by_country_in_the_order_of_their_names() {
        List<Organization> chinese = Organization.listByCountry("CN");
        assertThat(chinese).hasSizeGreaterThan(5).allSatisfy(one -> assertThat(one.country).isEqualTo("CN"));
        assertThat(chinese).extracting(one -> one.name).isSorted();
    }

    @Test
    void people_are_found_by_name() {
        assertThat(Person.listByName("Lei Jun")).extracting(person -> person.slug).containsExactly("lei-jun");
    }

    @Test
    void the_roles_of_a_person_are_found_and_their_organizations_are_loaded_when_asked_for() {
        List<Affiliation> roles = Affiliation.listByPerson(Person.findBySlug("lei-jun").orElseThrow());
        Affiliation founder = roles.stream().filter(role -> role.slug.equals("lei-jun-xiaomi-founder")).findFirst()
                .orElseThrow();
        assertThat(Hibernate.isInitialized(founder.organization)).isFalse();
        assertThat(founder.organization.name).isEqualTo("Xiaomi");
        assertThat(Hibernate.isInitialized(founder.organization)).isTrue();
    }

    @Test
    void the_citations_of_a_record_lead_to_their_sources() {
        Organization xiaomi = Organization.findBySlug("xiaomi").orElseThrow();
        assertThat(Citation.listBySubject(xiaomi)).hasSizeGreaterThan(3).allSatisfy(citation -> {
            assertThat(citation.subjectKind).isEqualTo("organization");
            assertThat(citation.source.title).isNotBlank();
        });
        Organization lazy = Affiliation.listByPerson(Person.findBySlug("lei-jun").orElseThrow()).get(0).organization;
        assertThat(Citation.listBySubject(lazy)).isNotEmpty();
    }

    @Test
    void a_report_is_found_with_its_figures() {
        Organization xiaomi = Organization.findBySlug("xiaomi").orElseThrow();
        FinancialReport report = FinancialReport.findLatest(xiaomi, 2023, ReportPeriod.Q1).orElseThrow();
        assertThat(report.published).isEqualTo(PartialDate.parse("2023-05-24"));
        assertThat(Figure.listByReport(report)).extracting(figure -> figure.metric).contains("revenue").isSorted();
        assertThat(FinancialReport.findLatest(xiaomi, 1900, ReportPeriod.FY)).isEmpty();
    }

    @Test
    void records_are_sorted_paged_counted_and_projected_by_any_query() {
        PanacheQuery<Organization> query = Organization.find("kind", Sort.by("name", "id"), OrganizationKind.COMPANY);
        List<Organization> all = query.list();
        assertThat(query.page(Page.of(1, 3)).list()).containsExactlyElementsOf(all.subList(3, 6));
        assertThat(query.count()).isEqualTo(all.size());
        assertThat(Source.count("published.earliest >= ?1", LocalDate.of(2023, 1, 1))).isPositive();
        List<Role> roles = Affiliation.find("organization.slug", "xiaomi").project(Role.class).list();
        assertThat(roles).contains(new Role("CEO"));
    }

    /** One column of a role. */
    public record Role(String title) {
    }
}
