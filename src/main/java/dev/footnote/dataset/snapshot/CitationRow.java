package dev.footnote.dataset.snapshot;

/**
 * A citation: a place in a source that is about a record.
 *
 * @param number its position among all citations
 * @param subject number of the record
 * @param subjectId global id of the record
 * @param field field that it is about; null for the record as a whole
 * @param source id of the source
 * @param stance in lower case; null if it supports the record
 */
public record CitationRow(int number, int subject, String subjectId, String field, String source, String locator, String note,
        String quote, String stance) {

    /** The text of a column of the citations file. */
    public String cell(String header) {
        return switch (header) {
            case "subject" -> subjectId;
            case "field" -> field;
            case "source" -> source;
            case "locator" -> locator;
            case "note" -> note;
            case "quote" -> quote;
            case "stance" -> stance;
            default -> throw new IllegalArgumentException("There is no column " + header);
        };
    }
}
