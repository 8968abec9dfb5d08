package dev.footnote.query.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class JsonOutputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = Long.getLong("seed", 20261122);

    @Test
    void every_character_of_unicode_comes_back_as_it_went() throws IOException {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = Character.toString(point);
                if (point < 0x300 || point % 97 == 0 || point > 0xffff - 3 && point < 0x10003) {
                    comesBack(text, text);
                    comesBack("a" + text + text + "\"", "a" + text + text + "\"");
                }
            }
        }
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() throws IOException {
        for (String half : new String[] { "\ud800", "\udbff", "\udc00", "\udfff" }) {
            comesBack(half, "\ufffd");
            comesBack("a" + half + "b", "a\ufffdb");
            comesBack(half + "\n", "\ufffd\n");
        }
        comesBack("\udc00\ud800", "\ufffd\ufffd");
        comesBack("\ud83d\ud83d\ude00", "\ufffd\ud83d\ude00");
    }

    @Test
    void texts_of_any_characters_in_any_row_come_back() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int length = random.nextInt(200); length > 0; length--) {
                int point = point(random);
                text.appendCodePoint(point);
            }
            String whole = text.toString();
            whole.codePoints().forEach(point -> expected
                    .appendCodePoint(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point));
            comesBack(whole, expected.toString());
        }
    }

    private static int point(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> "\"\\/\u007f\u0080\u2028\u2029\ufeff".charAt(random.nextInt(8));
            case 2 -> 0x20 + random.nextInt(0x60);
            case 3 -> random.nextInt(0x10000);
            case 4 -> Character.MIN_SURROGATE + random.nextInt(0x800);
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
        };
    }

    @Test
    void trees_of_any_shape_come_back() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            Object tree = tree(random, 5);
            JsonResultWriter out = new JsonResultWriter();
            out.tree(tree);
            assertThat(JSON.readTree(out.bytes()).toString()).as("seed " + SEED + ", tree " + i)
                    .isEqualTo(JSON.valueToTree(tree).toString());
        }
    }

    private static Object tree(Random random, int depth) {
        switch (depth == 0 ? random.nextInt(4) : random.nextInt(7)) {
            case 0:
                return null;
            case 1:
                return random.nextBoolean();
            case 2:
                return random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt();
            case 3:
                return "text " + (char) random.nextInt(0xd800);
            case 4:
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(tree(random, depth - 1));
                }
                return list;
            default:
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put("name \"" + i, tree(random, depth - 1));
                }
                return map;
        }
    }

    private static void comesBack(String text, String expected) throws IOException {
        JsonResultWriter out = new JsonResultWriter();
        out.value(text);
        JsonNode read = JSON.readTree(out.bytes());
        assertThat(read.isTextual()).isTrue();
        assertThat(read.asText()).isEqualTo(expected);
    }
}
