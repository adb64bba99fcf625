package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.model.Grams;
import org.yiwang.casework.model.Snippet;
import org.yiwang.casework.model.Wanted;

/** How texts are cut for the search, and how what was found is shown. */
class GramsTest {
    @Test
    void ideographs_are_cut_into_pairs_and_letters_into_threes_each_run_for_itself() {
        assertThat(Grams.of("长阳路128弄3号")).containsExactly("长阳", "阳路", "路", "128", "28", "8", "弄", "3", "号");
    }

    @Test
    void wide_forms_and_capitals_are_read_as_plain_ones() {
        assertThat(Grams.of("ＰＯＳ机")).isEqualTo(Grams.of("pos机"));
        assertThat(Grams.plain("Ａ１　栋").text()).isEqualTo("a1栋");
    }

    @Test
    void one_character_is_asked_for_as_the_beginning_of_a_piece() {
        assertThat(Grams.query("桶")).isEqualTo("'桶':*");
        assertThat(Grams.query("垃圾桶")).isEqualTo("'垃圾' & '圾桶'");
    }

    @Test
    void a_rare_character_outside_the_basic_plane_stays_whole() {
        assertThat(Grams.of("𠮷野家")).containsExactly("𠮷野", "野家", "家");
        assertThat(Grams.query("𠮷")).isEqualTo("'𠮷':*");
    }

    @Test
    void signs_alone_look_for_nothing() {
        assertThat(Wanted.of("  ' & | ! : * \\ ", Map.of()).isNothing()).isTrue();
    }

    @Test
    void what_like_would_read_as_a_sign_is_meant_as_it_stands() {
        assertThat(Wanted.of("100%_a", Map.of()).patterns()).containsExactly("%100\\%\\_a%");
    }

    @Test
    void a_snippet_marks_every_word_where_it_stands_in_the_text_as_written() {
        Snippet found = Snippet.of("居民反映ＡＢＣ大厦门口垃圾桶满溢", List.of("abc", "垃圾")).orElseThrow();
        assertThat(found.parts().stream().filter(Snippet.Stretch::isFound).map(Snippet.Stretch::text))
                .containsExactly("ＡＢＣ", "垃圾");
        assertThat(found.parts().stream().map(Snippet.Stretch::text).collect(Collectors.joining()))
                .isEqualTo("居民反映ＡＢＣ大厦门口垃圾桶满溢");
    }

    @Test
    void a_snippet_of_a_long_text_begins_shortly_before_the_word() {
        String text = "前".repeat(100) + "窨井盖" + "后".repeat(100);
        Snippet found = Snippet.of(text, List.of("窨井盖")).orElseThrow();
        assertThat(found.parts().getFirst()).isEqualTo(new Snippet.Stretch("…", false));
        assertThat(found.parts().get(1).text()).isEqualTo("前".repeat(16));
        assertThat(found.parts().getLast()).isEqualTo(new Snippet.Stretch("…", false));
    }
}
