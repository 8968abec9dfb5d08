/**
 * Other names of records: spellings, short forms and former names. {@link dev.footnote.domain.name.NameSchema} declares
 * their fields.
 */
package dev.footnote.domain.name;
