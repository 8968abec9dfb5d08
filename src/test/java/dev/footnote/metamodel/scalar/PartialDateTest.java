package dev.footnote.metamodel.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class PartialDateTest {

    @Test
    void a_year_a_month_and_a_day_mean_all_their_days() {
        means("2018", "2018-01-01", "2018-12-31");
        means("2018-04", "2018-04-01", "2018-04-30");
        means("2018-04-25", "2018-04-25", "2018-04-25");
        means("2000-02", "2000-02-01", "2000-02-29");
        means("1900-02", "1900-02-01", "1900-02-28");
        means("2024-02-29", "2024-02-29", "2024-02-29");
        means("0001", "0001-01-01", "0001-12-31");
        means("9999-12", "9999-12-01", "9999-12-31");
    }

    @Test
    void an_invalid_date_is_refused_with_an_example() {
        for (String text : new String[] { "", " ", "2018 ", "18", "2018-4", "2018-13", "2018-00", "2018-02-30", "2023-02-29",
                "2018-04-31", "2018-04-00", "2018-04-25T00:00", "25.04.2018", "2018/04", "-2018", "+2018", "12018", "２０１８",
                "2018-", "2018-04-", "tomorrow", "2018\n" }) {
            assertThatThrownBy(() -> PartialDate.parse(text)).as(text).isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"" + text
                            + "\" is not a date. Write a year, a month or a day, such as 2018, 2018-04 or 2018-04-25.");
        }
    }

    private static void means(String text, String earliest, String latest) {
        assertThat(PartialDate.parse(text))
                .isEqualTo(new PartialDate(text, LocalDate.parse(earliest), LocalDate.parse(latest)));
    }
}
