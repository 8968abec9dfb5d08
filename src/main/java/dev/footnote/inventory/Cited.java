package dev.footnote.inventory;

/**
 * A place in a source that is about a record.
 *
 * @param number its place among all citations
 * @param subject the number of the record
 * @param subjectId the id of the record among records of all kinds
 * @param field null where it is about the record as a whole
 * @param source the id of the source
 * @param stance in small letters, null where it supports the record
 */
public record Cited(int number, int subject, String subjectId, String field, String source, String locator, String note,
        String quote, String stance) {

    /** What it says in a column of citations. */
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
