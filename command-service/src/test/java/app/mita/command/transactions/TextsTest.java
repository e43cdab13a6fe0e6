package app.mita.command.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>Lunch</b> & more; -- it's | Lunch & more; -- it's",
                "a < b and c > d              | a < b and c > d",
                "<script>alert(1)</script>    | alert(1)",
                "<scr<b>ipt>x                 | x",
                "2 <3 you                     | 2 <3 you",
                "<!-- note -->kept            | kept",
                "\uD83C\uDF55 pizza           | \uD83C\uDF55 pizza"
            })
    void markup_goes_and_the_rest_stays(String text, String kept) {
        assertThat(Texts.plain(text)).isEqualTo(kept);
    }

    @Test
    void nothing_left_is_nothing() {
        assertThat(Texts.plain(" <br/> ")).isNull();
        assertThat(Texts.plain("")).isNull();
        assertThat(Texts.name("  ")).isNull();
        assertThat(Texts.plain(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"  corner   SHOP \"  | Corner Shop",
                "mcdonald's            | Mcdonald's",
                "7-eleven              | 7-Eleven",
                "3rd street cafe\u0301 | 3rd Street Cafe\u0301",
                "\u00E9picerie \u01C6  | \u00C9picerie \u01C5"
            })
    void names_are_in_title_case(String text, String kept) {
        assertThat(Texts.name(text)).isEqualTo(kept);
    }

    @Test
    void tags_are_lower_case_and_unique() {
        assertThat(Texts.tags(List.of(" Work Lunch", "work_lunch", "A-1"))).containsExactly("work_lunch", "a-1");
        assertThat(Texts.tags(null)).isNull();
    }
}
