package org.yiwang.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.advice.model.Bayes;
import org.yiwang.advice.model.Example;
import org.yiwang.advice.model.Guess;
import org.yiwang.advice.model.Measure;
import org.yiwang.advice.model.NamedSpots;
import org.yiwang.advice.model.Teach;

/** What is learned from texts, and what is said of it. */
class BayesTest {
    private static final Instant BEGIN = Instant.parse("2021-01-01T00:00:00Z");

    @Test
    void a_text_is_judged_by_its_words_and_the_words_are_named() {
        Guess best = Bayes.of(year()).judge("长阳路边一堆生活垃圾没人清运", 3).getFirst();
        assertThat(best.category()).isEqualTo("waste");
        assertThat(String.join("", best.words())).contains("垃圾");
    }

    @Test
    void a_text_without_anything_learned_is_not_judged() {
        assertThat(Bayes.of(year()).judge("ok 12345", 3)).isEmpty();
    }

    @Test
    void telephone_numbers_and_names_that_stand_once_are_no_traits() {
        List<Example> examples = new ArrayList<>(year());
        examples.add(new Example("尉迟恭电话13901234567反映垃圾", "noise", BEGIN, 1));
        Bayes bayes = Bayes.of(examples);
        assertThat(bayes.judge("尉迟", 3)).isEmpty();
        assertThat(bayes.judge("13901234567", 3)).isEmpty();
    }

    @Test
    void a_correction_outweighs_what_was_learned_before() {
        List<Example> examples = new ArrayList<>(year());
        String text = "装修垃圾占道";
        Bayes before = Bayes.of(examples);
        for (int i = 0; i < 4; i++) examples.add(new Example(text, "building", BEGIN, 3));
        Bayes after = Bayes.of(examples);
        assertThat(before.judge(text, 1).getFirst().category()).isEqualTo("waste");
        assertThat(after.judge(text, 1).getFirst().category()).isEqualTo("building");
    }

    @Test
    void it_is_measured_on_later_matters_that_it_was_not_taught() {
        List<Example> examples = new ArrayList<>();
        for (Example one : year()) examples.add(one);
        // What comes in the last quarter was never seen before: only what was learned earlier may be asked for.
        for (int i = 0; i < 100; i++)
            examples.add(new Example("无人机黑飞扰民", "drone", BEGIN.plus(Duration.ofDays(300 + i)), 1));
        Teach.Taught taught = Teach.of(examples);
        assertThat(taught.measure().cases()).isEqualTo(examples.size() - taught.taught());
        assertThat(taught.measure().mixedUp()).isNotEmpty().allMatch(one -> one.category()
                .equals("drone"));
        assertThat(taught.bayes().judge("无人机黑飞", 1).getFirst().category()).isEqualTo("drone");
    }

    @Test
    void a_version_that_is_worse_by_more_than_chance_is_told_from_one_that_is_not() {
        assertThat(Learn.isWorse(measure(1000, 700), measure(1000, 800))).isTrue();
        assertThat(Learn.isWorse(measure(1000, 795), measure(1000, 800))).isFalse();
        assertThat(Learn.isWorse(measure(1000, 900), measure(1000, 800))).isFalse();
    }

    @Test
    void texts_of_the_same_matter_are_more_alike_than_others_and_like_themselves_most_of_all() {
        Bayes bayes = Bayes.of(year());
        String text = "楼下烧烤店深夜噪声扰民";
        assertThat(bayes.likeness(text, text)).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(bayes.likeness(text, "烧烤店噪声很大")).isGreaterThan(bayes.likeness(text, "路边生活垃圾没人清运"));
    }

    @Test
    void the_longest_name_in_a_text_is_meant() {
        NamedSpots.Named road = new NamedSpots.Named("r", "长阳路", "road", 0, 0, 500);
        NamedSpots.Named estate = new NamedSpots.Named("e", "长阳路公寓", "estate", 0, 0, 80);
        List<NamedSpots.Found> found = NamedSpots.in("居民反映长阳路公寓门口积水", List.of(road, estate));
        assertThat(found).containsExactly(new NamedSpots.Found(estate, 4, 9));
    }

    private static Measure measure(int cases, int right) {
        return new Measure(cases, right, right, cases, right, 0.8, List.of());
    }

    private static List<Example> year() {
        List<Example> year = new ArrayList<>();
        String[] waste = {"路边生活垃圾没人清运", "垃圾桶满溢，生活垃圾堆在路边", "装修垃圾占道堆放"};
        String[] noise = {"烧烤店深夜噪声扰民", "工地夜间施工噪声很大", "广场舞音响噪声扰民"};
        for (int i = 0; i < 150; i++) {
            year.add(new Example(waste[i % 3], "waste", BEGIN.plus(Duration.ofDays(i)), 1));
            year.add(new Example(noise[i % 3], "noise", BEGIN.plus(Duration.ofDays(i)), 1));
        }
        return year;
    }
}
