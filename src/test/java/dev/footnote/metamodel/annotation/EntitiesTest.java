package dev.footnote.metamodel.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;

import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.junit.jupiter.api.Test;

import dev.footnote.domain.event.Event;
import dev.footnote.domain.event.EventKind;
import dev.footnote.domain.event.Participation;
import dev.footnote.domain.event.ParticipationRole;
import dev.footnote.domain.finance.Figure;
import dev.footnote.domain.finance.Qualifier;
import dev.footnote.domain.finance.Unit;
import dev.footnote.domain.initiative.Initiative;
import dev.footnote.domain.organization.Identifier;
import dev.footnote.domain.organization.IdentifierScheme;
import dev.footnote.domain.organization.Organization;
import dev.footnote.domain.organization.OrganizationKind;
import dev.footnote.domain.organization.OrganizationStatus;
import dev.footnote.domain.person.Person;
import dev.footnote.metamodel.scalar.Money;
import dev.footnote.metamodel.scalar.PartialDate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Records are created, changed and deleted as entities. */
@QuarkusTest
class EntitiesTest {

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void a_record_is_created_found_changed_and_deleted() {
        Organization created = organization("acme");
        created.founded = PartialDate.parse("1893-05");
        created.status = OrganizationStatus.ACTIVE;
        created.persist();
        forget();

        Organization found = Organization.findBySlug("acme").orElseThrow();
        assertThat(found.kind).isEqualTo(OrganizationKind.COMPANY);
        assertThat(found.status).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(found.founded).isEqualTo(PartialDate.parse("1893-05"));
        assertThat(found.lockVersion).isZero();
        found.name = "Acme Ltd.";
        forget();

        Organization changed = Organization.findById(created.id);
        assertThat(changed.name).isEqualTo("Acme Ltd.");
        assertThat(changed.lockVersion).isEqualTo(1);
        changed.delete();
        forget();
        assertThat(Organization.findBySlug("acme")).isEmpty();
    }

    @Test
    @TestTransaction
    void new_records_get_numbers_after_all_existing_ones() {
        Integer highest = Organization.find("order by id desc").<Organization> firstResult().id;
        Organization one = organization("one");
        Organization other = organization("other");
        one.persist();
        other.persist();
        assertThat(one.id).isEqualTo(highest + 1);
        assertThat(other.id).isEqualTo(highest + 2);
    }

    @Test
    @TestTransaction
    void dates_money_and_decimals_come_back_as_they_were_written() {
        Organization university = organization("university");
        university.founded = PartialDate.parse("1088");
        university.persist();
        Participation part = new Participation();
        part.slug = "acme-in-alliance";
        part.initiative = Initiative.findBySlug("ai-joint-laboratory").orElseThrow();
        part.organization = university;
        part.role = ParticipationRole.FOUNDER;
        part.committed = new Money(new BigDecimal("1000000000000000000000.5"), "CNY");
        part.persist();
        Figure figure = new Figure();
        figure.slug = "acme-growth";
        figure.organization = university;
        figure.metric = "growth";
        figure.value = new BigDecimal("-0.000000000001");
        figure.unit = Unit.PERCENT;
        figure.qualifier = Qualifier.EXACT;
        figure.persist();
        forget();

        Participation read = Participation.findById(part.id);
        assertThat(read.committed.amount()).isEqualByComparingTo("1000000000000000000000.5");
        assertThat(read.committed.currency()).isEqualTo("CNY");
        assertThat(read.from).isNull();
        assertThat(read.organization.founded).isEqualTo(PartialDate.parse("1088"));
        assertThat(Figure.<Figure> findById(figure.id).value).isEqualByComparingTo("-0.000000000001");
    }

    @Test
    @TestTransaction
    void an_identifier_is_found_by_its_scheme_and_value() {
        Identifier identifier = new Identifier();
        identifier.slug = "xiaomi-test";
        identifier.organization = Organization.findBySlug("xiaomi").orElseThrow();
        identifier.scheme = IdentifierScheme.WIKIDATA;
        identifier.value = "Q-test";
        identifier.persist();
        assertThat(Identifier.findByValue(IdentifierScheme.WIKIDATA, "Q-test")).contains(identifier);
        assertThat(Identifier.findByValue(IdentifierScheme.WIKIDATA, "Q-nobody")).isEmpty();
    }

    @Test
    @TestTransaction
    void two_records_of_one_kind_cannot_have_the_same_slug() {
        Person twin = new Person();
        twin.slug = "lei-jun";
        twin.name = "Somebody else";
        assertThatThrownBy(twin::persistAndFlush).isInstanceOfSatisfying(ConstraintViolationException.class, violation -> {
            assertThat(violation.getKind()).isEqualTo(ConstraintKind.UNIQUE);
            assertThat(violation.getConstraintName()).isNotBlank();
        });
    }

    @Test
    void a_stale_entity_is_not_written_over_a_newer_record() {
        Integer id = QuarkusTransaction.requiringNew().call(() -> {
            Event event = new Event();
            event.slug = "signed-twice";
            event.kind = EventKind.SIGNING;
            event.name = "Signing";
            event.persist();
            return event.id;
        });
        try {
            Event stale = QuarkusTransaction.requiringNew().call(() -> Event.findById(id));
            QuarkusTransaction.requiringNew().run(() -> Event.<Event> findById(id).name = "Signed");
            stale.name = "Never signed";
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> entities.merge(stale)))
                    .isInstanceOf(OptimisticLockException.class);
            assertThat(QuarkusTransaction.requiringNew().call(() -> Event.<Event> findById(id).name)).isEqualTo("Signed");
        } finally {
            QuarkusTransaction.requiringNew().run(() -> Event.deleteById(id));
        }
    }

    private static Organization organization(String slug) {
        Organization organization = new Organization();
        organization.slug = slug;
        organization.kind = OrganizationKind.COMPANY;
        organization.name = slug;
        return organization;
    }

    /** Writes what was changed and reads anew from here on. */
    private void forget() {
        entities.flush();
        entities.clear();
    }
}
