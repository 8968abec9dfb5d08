package dev.footnote.dataset.datapackage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a text can mean, in common notations.
 *
 * @param readings as decimals with a point; several if the text is ambiguous
 * @param clear whether a single reading is certain; a number in brackets or with a unit is not
 */
record NumberGuesser(List<String> readings, boolean clear) {

    private static final NumberGuesser NONE = new NumberGuesser(List.of(), false);

    /** Powers of ten of the words after a number. */
    private static final Map<String, Integer> WORDS = Map.ofEntries(Map.entry("k", 3), Map.entry("thousand", 3),
            Map.entry("m", 6), Map.entry("mn", 6), Map.entry("mln", 6), Map.entry("mio", 6), Map.entry("million", 6),
            Map.entry("millions", 6), Map.entry("b", 9), Map.entry("bn", 9), Map.entry("mrd", 9), Map.entry("billion", 9),
            Map.entry("billions", 9), Map.entry("tn", 12), Map.entry("trillion", 12), Map.entry("trillions", 12),
            Map.entry("lakh", 5), Map.entry("crore", 7), Map.entry("万", 4), Map.entry("萬", 4), Map.entry("亿", 8),
            Map.entry("億", 8));
    private static final Set<String> CURRENCIES = Set.of("rs", "kr", "zł", "元", "圆", "円", "원");

    private static final Pattern AHEAD = Pattern.compile("([+-]|[^\\d\\s.,'+()-]{1,3}) ?(.+)");
    private static final Pattern BEHIND = Pattern.compile("(.*[\\d.%]) ?(-|%|[^\\d\\s.,'+()%-]+)\\.?");

    private static final Pattern EXPONENT = Pattern.compile("\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}");
    /** One separator followed by three digits, which may be decimals or thousands. */
    private static final Pattern EITHER = Pattern.compile("\\d{1,3}[.,]\\d{3}");
    private static final Pattern DECIMAL = Pattern.compile("\\d*[.,]\\d+|\\d+[.,]?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:([ '])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?"
            + "|\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,}|\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}"
            + "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?");
    private static final Pattern WRITTEN = Pattern.compile("-?\\d{1,26}(\\.\\d{1,12})?");

    /**
     * Finds the numbers that a text can mean.
     *
     * @param currency whether a word names a currency
     */
    static NumberGuesser of(String text, Predicate<String> currency) {
        String plain = plain(text);
        // written with the usual characters, apart from the kind of space
        boolean defaultValue = plain.equals(text.replaceAll("[\u00a0\u202f]", " ")) && !plain.matches("-?\\d.* .*,\\d+");
        Bare bare = new Bare(plain, currency);
        if (!bare.ahead() || !bare.behind()) {
            return NONE;
        }
        List<String> readings = digits(bare.rest).stream().map(bare::number)
                .filter(one -> WRITTEN.matcher(one).matches() && !one.equals(text)).distinct().toList();
        return new NumberGuesser(readings, bare.alone && defaultValue);
    }

    /** A number from which signs, units and currencies are removed one by one. */
    private static final class Bare {

        private final Predicate<String> currency;
        private String rest;
        private boolean negative;
        private int power;
        /** Whether the number has nothing around it except a leading sign. */
        private boolean alone = true;

        private Bare(String text, Predicate<String> currency) {
            this.currency = currency;
            this.negative = text.matches("\\(.*\\)");
            this.alone = !negative;
            this.rest = negative ? text.substring(1, text.length() - 1).strip() : text;
        }

        /**
         * Removes what stands before the number.
         *
         * @return whether all of it is understood
         */
        private boolean ahead() {
            for (Matcher ahead = AHEAD.matcher(rest); ahead.matches(); ahead = AHEAD.matcher(rest)) {
                boolean minus = ahead.group(1).equals("-") && !negative;
                if (!minus && !ahead.group(1).equals("+") && !named(ahead.group(1), currency)) {
                    return false;
                }
                negative |= minus;
                alone &= minus;
                rest = ahead.group(2);
            }
            return true;
        }

        private boolean behind() {
            for (Matcher behind = BEHIND.matcher(rest); behind.matches(); behind = BEHIND.matcher(rest)) {
                String unit = behind.group(2).toLowerCase(Locale.ROOT);
                boolean minus = unit.equals("-") && !negative;
                if (!minus && !unit.equals("%") && !WORDS.containsKey(unit) && !named(behind.group(2), currency)) {
                    return false;
                }
                negative |= minus;
                power += WORDS.getOrDefault(unit, 0);
                alone = false;
                rest = behind.group(1).strip();
            }
            return true;
        }

        private String number(String digits) {
            return (negative ? "-" : "") + (power == 0 ? digits
                    : new BigDecimal(digits).scaleByPowerOfTen(power).stripTrailingZeros().toPlainString());
        }
    }

    private static boolean named(String word, Predicate<String> currency) {
        return CURRENCIES.contains(word.toLowerCase(Locale.ROOT)) || currency.test(word) || word.length() <= 3
                && word.codePoints().anyMatch(one -> Character.getType(one) == Character.CURRENCY_SYMBOL);
    }

    /** The text with ASCII digits, signs and spaces. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.strip().codePoints().forEach(one -> {
            if (Character.isDigit(one)) {
                plain.append(Character.digit(one, 10));
            } else {
                plain.appendCodePoint(Character.isSpaceChar(one) || Character.isWhitespace(one) ? ' ' : switch (one) {
                    case '\u2212', '\u2013', '\u2012', '\uff0d', '\ufe63' -> '-';
                    case '\uff0b' -> '+';
                    case '\u2019', '\u2018', '\u02bc', '\u2032', '\uff07' -> '\'';
                    case '\uff0c', '\u066c' -> ',';
                    case '\uff0e', '\u066b' -> '.';
                    case '\uff05', '\ufe6a', '\u066a' -> '%';
                    case '\uff08' -> '(';
                    case '\uff09' -> ')';
                    default -> one;
                });
            }
        });
        return plain.toString();
    }

    /** All numbers that digits with separators can mean. */
    private static List<String> digits(String text) {
        if (EITHER.matcher(text).matches()) {
            return List.of(text.replaceAll("[.,]", ""), text.replace(',', '.'));
        }
        if (EXPONENT.matcher(text).matches()) {
            return List.of(new BigDecimal(text).toPlainString());
        }
        if (DECIMAL.matcher(text).matches()) {
            String point = text.replace(',', '.');
            return List.of((point.startsWith(".") ? "0" : "") + (point.endsWith(".") ? point.replace(".", "") : point));
        }
        if (!GROUPED.matcher(text).matches()) {
            return List.of();
        }
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean decimals = last >= 0 && text.indexOf(text.charAt(last)) == last;
        String whole = (decimals ? text.substring(0, last) : text).replaceAll("\\D", "");
        return List.of(decimals ? whole + "." + text.substring(last + 1) : whole);
    }
}
