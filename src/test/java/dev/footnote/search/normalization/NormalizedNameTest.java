package dev.footnote.search.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class NormalizedNameTest {

    @Test
    void common_words_of_names_are_optional() {
        assertThat(folded("  Lei   JUN ")).containsExactly("lei jun");
        assertThat(folded("Ｌｅｉ　Ｊｕｎ")).containsExactly("lei jun");
        assertThat(folded("Léi Jūn")).containsExactly("lei jun");
        assertThat(folded("Le\u0301i")).containsExactly("lei");
        assertThat(folded("Xi’an Jiaotong-Liverpool")).containsExactly("xian jiaotong liverpool");
        assertThat(folded("Xi'an`s")).containsExactly("xians");
        assertThat(folded("GPT-3.5 (new)")).containsExactly("gpt 3 5 new");
        assertThat(folded("Łódź Ærø Straße İstanbul ı")).containsExactly("lodz aero strasse istanbul i");
        assertThat(folded("so\u00adft\u200bware")).containsExactly("software");
    }

    @Test
    void text_without_letters_is_no_name() {
        for (String text : List.of("", " ", "...", "%_", "😀", "\t\n", "'", "—", "\ufffd")) {
            assertThat(folded(text)).as(text).isEmpty();
        }
    }

    @Test
    void chinese_is_simplified_and_read() {
        assertThat(folded("武漢大學")).containsExactly("武 汉 大 学", "wu han da xue");
        assertThat(folded("IDEA研究院")).containsExactly("idea 研 究 院", "idea yan jiu yuan");
        assertThat(folded("清华-伯克利")).containsExactly("清 华 伯 克 利", "qing hua bo ke li");
        assertThat(folded("𠮷野")).first().isEqualTo("𠮷 野");
    }

    @Test
    void characters_of_several_readings_are_read_as_in_their_word() {
        assertThat(read("重庆大学")).isEqualTo("chong qing da xue");
        assertThat(read("国家重点实验室")).isEqualTo("guo jia zhong dian shi yan shi");
        assertThat(read("中国农业银行")).isEqualTo("zhong guo nong ye yin hang");
        assertThat(read("长沙")).isEqualTo("chang sha");
        assertThat(read("校长")).isEqualTo("xiao zhang");
        assertThat(read("厦门大厦")).isEqualTo("xia men da sha");
        assertThat(read("曾学忠")).isEqualTo("zeng xue zhong");
        assertThat(read("成都")).isEqualTo("cheng du");
        assertThat(read("解放军")).isEqualTo("jie fang jun");
        assertThat(read("西安")).isEqualTo("xi an");
    }

    @Test
    void other_scripts_are_written_in_latin_letters() {
        assertThat(folded("Владимир")).containsExactly("vladimir");
        assertThat(folded("Αθήνα")).containsExactly("athena");
        assertThat(folded("삼성")).containsExactly("samseong");
        assertThat(folded("トヨタ")).containsExactly("toyota");
    }

    @Test
    void one_typing_error_is_near_and_two_are_not() {
        for (String near : List.of("xiaomi", "xiaom", "iaomi", "xiami", "xioami", "ixaomi", "xiaoim", "xiaoni", "yiaomi",
                "xiaomii", "xxiaomi", "xiaaomi")) {
            assertThat(TypoMatcher.isNear(near, "xiaomi")).as(near).isTrue();
            assertThat(TypoMatcher.isNear("xiaomi", near)).as(near).isTrue();
        }
        for (String far : List.of("", "x", "xiao", "xiaomiii", "xoiaim", "oxiami", "xaimio", "yiaoni", "mixiao")) {
            assertThat(TypoMatcher.isNear(far, "xiaomi")).as(far).isFalse();
        }
    }

    @Test
    void texts_are_folded_alike_in_many_threads() {
        String text = "武漢大學 Ünïted Владимир 重庆";
        List<String> alone = folded(text);
        assertThat(IntStream.range(0, 2000).parallel().mapToObj(each -> folded(text)).distinct()).containsExactly(alone);
    }

    private static String read(String text) {
        return folded(text).get(1);
    }

    private static List<String> folded(String text) {
        return NormalizedName.of(text).stream().map(spelling -> String.join(" ", spelling.pieces)).toList();
    }
}
