/**
 * People in public roles.
 * It knows {@code source} and what lies below, and no other noun: roles and parts are hung on a person from outside.
 * Come in by {@link dev.footnote.person.PersonApi}.
 */
package dev.footnote.person;
