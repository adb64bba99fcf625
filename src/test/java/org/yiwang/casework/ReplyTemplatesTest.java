package org.yiwang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yiwang.casework.StandardCatalogue.Template;

class ReplyTemplatesTest {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> FILLED_IN = Set.of("place", "category", "number", "due", "unit", "phone");
    private final StandardCatalogue standard = new StandardCatalogue();

    @Test
    void a_template_made_for_the_category_comes_before_the_general_ones() {
        List<Template> found = standard.templates("feedback", "E0117");
        assertThat(found.getFirst().id()).isEqualTo("feedback-bins");
        assertThat(found).extracting(Template::id).contains("feedback-cleaned").doesNotContain("feedback-ads");
    }

    @Test
    void only_templates_of_the_action_are_offered() {
        assertThat(standard.templates("urge", "E0102")).isNotEmpty().allMatch(template -> template.action()
                .equals("urge"));
        assertThat(standard.templates("claim", null)).isEmpty();
    }

    @Test
    void every_template_leaves_only_blanks_that_the_screen_knows_to_fill() {
        Set<String> blanks = standard.templates(null, null).stream()
                .flatMap(template -> BLANK.matcher(template.text()).results())
                .map(blank -> blank.group(1))
                .collect(Collectors.toSet());
        assertThat(FILLED_IN).containsAll(blanks);
    }

    @Test
    void every_template_belongs_to_an_action_of_the_flow() {
        Set<String> actions =
                new CaseWords().actions().stream().map(CaseWords.Word::id).collect(Collectors.toSet());
        assertThat(standard.templates(null, null)).allMatch(template -> actions.contains(template.action()));
    }
}
