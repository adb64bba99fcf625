package org.yiwang.scenario.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.rules.Scope;
import org.yiwang.rules.Type;
import org.yiwang.scenario.Fault;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Node;
import org.yiwang.scenario.ReadYaml;
import org.yiwang.scenario.Texts;
import tools.jackson.dataformat.yaml.YAMLMapper;

class FormTest {
    private static final String SHOP = """
            type: object
            required: [name]
            properties:
              name:     {type: string, title: 店名, maxLength: 80}
              industry: {type: string, title: 行业, oneOf: [{const: food, title: 餐饮}, {const: retail, title: 零售}]}
              goods:    {type: array, title: 商品, items: {oneOf: [{const: a, title: 甲}, {const: b, title: 乙}]}, uniqueItems: true}
              area:     {type: number, title: 面积, minimum: 0, x-unit: 平方米}
              floors:   {type: integer, title: 楼层数, minimum: 1, maximum: 9}
              opened:   {type: string, format: date, title: 开业日期}
              seen:     {type: string, format: date-time, title: 巡查时间}
              licensed: {type: boolean, title: 有证}
              notes:    {type: string, title: 备注, maxLength: 2000, x-widget: text}
              photos:   {type: array, items: {type: string, format: uuid}, maxItems: 6, x-widget: photo, title: 照片}
              where:    {type: array, items: {type: number}, x-widget: place, title: 位置}
              building: {type: string, x-register: building, title: 所在楼栋}
              phone:    {type: string, x-personal: true, title: 联系电话}
            allOf:
              - if: {properties: {industry: {const: food}}, required: [industry]}
                then:
                  properties: {fumes: {type: string, title: 油烟净化器, oneOf: [{const: clean, title: 已清洗}, {const: none, title: 没有}]}}
                  required: [fumes]
              - if: {properties: {licensed: {const: true}}, required: [licensed]}
                then: {properties: {licence: {type: string, title: 证号, minLength: 5}}, required: [licence]}
                else: {properties: {why: {type: string, title: 无证原因}}}
              - if: {properties: {fumes: {enum: [none]}}, required: [fumes]}
                then: {properties: {promised: {type: string, format: date, title: 承诺安装日期}}}
            """;

    private static final String RISK = """
            type: object
            required: [likelihood, exposure]
            properties:
              grade:
                type: string
                title: 等级
                oneOf: [{const: red, title: 红}, {const: blue, title: 蓝}]
                x-computed: "answers.danger > 320 ? 'red' : 'blue'"
              likelihood: {type: number, title: 可能性}
              exposure: {type: number, title: 暴露频次}
              danger: {type: number, title: 风险值, x-computed: answers.likelihood * answers.exposure}
            """;

    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void a_number_may_be_held_against_another_one_that_is_asked_before_it() {
        Faults faults = new Faults();
        Form form = parse("""
                type: object
                properties:
                  looked: {type: integer, title: 查看, minimum: 0}
                  right: {type: integer, title: 分对, minimum: 0, x-at-most: looked}
                """, faults);
        assertThat(faults.all()).isEmpty();
        assertThat(form.check(yaml.readTree("{looked: 20, right: 20}"))).isEmpty();
        assertThat(form.check(yaml.readTree("{right: 20}"))).isEmpty();
        assertThat(form.check(yaml.readTree("{looked: 20, right: 21}")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo("right");
                    assertThat(fault.code()).isEqualTo("form.above-other");
                });
        assertThat(form.check(yaml.readTree("{looked: 20, right: 20.5}")))
                .extracting(FieldFault::code)
                .containsExactly("form.not-integer");
        assertThat(form.view().getLast().atMost()).isEqualTo("looked");
    }

    @Test
    void a_number_is_held_against_no_word_and_against_nothing_asked_later() {
        Faults faults = new Faults();
        parse("""
                type: object
                properties:
                  right: {type: integer, title: 分对, x-at-most: looked}
                  looked: {type: integer, title: 查看}
                  name: {type: string, title: 名称}
                  more: {type: number, title: 更多, x-at-most: name}
                  self: {type: number, title: 自己, x-at-most: self}
                """, faults);
        assertThat(faults.all())
                .extracting(Fault::code)
                .containsOnly("scenario.at-most-unknown")
                .hasSize(3);
    }

    @Test
    void computed_fields_follow_from_others_whatever_was_given_for_them() {
        Faults faults = new Faults();
        Form form = parse(RISK, faults);
        assertThat(faults.all()).isEmpty();
        var data = (tools.jackson.databind.node.ObjectNode)
                yaml.readTree("{likelihood: 10, exposure: 40, danger: 1, grade: blue}");
        var computed = form.computed(data);
        assertThat(computed.get("danger").decimalValue()).isEqualByComparingTo("400");
        assertThat(computed.get("grade").asString()).isEqualTo("red");
        assertThat(form.check(computed)).isEmpty();
        data.remove("exposure");
        assertThat(form.computed(data).propertyNames()).containsExactly("likelihood");
    }

    @Test
    void computed_fields_in_a_circle_are_named_with_the_way_round() {
        Faults faults = new Faults();
        parse(
                RISK.replace(
                        "answers.likelihood * answers.exposure",
                        "\"(answers.grade == 'red' ? 1 : 2) * answers.exposure\""),
                faults);
        assertThat(faults.faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.refusal().code()).isEqualTo("scenario.computed-cycle"));
        assertThat(faults.faults().getFirst().refusal().arguments().toString())
                .contains("→")
                .contains("danger", "grade");
    }

    @Test
    void a_computed_field_cannot_be_required_and_speaks_of_known_fields_only() {
        Faults faults = new Faults();
        parse(
                RISK.replace("[likelihood, exposure]", "[danger]").replace("answers.exposure", "answers.exposed"),
                faults);
        assertThat(faults.faults())
                .extracting(fault -> fault.refusal().code())
                .containsExactlyInAnyOrder("scenario.computed-required", "rule.unknown-name");
    }

    @Test
    void fields_stand_in_the_order_of_asking_each_after_the_one_it_depends_on() {
        assertThat(shop().fields())
                .extracting(Field::name)
                .containsExactly(
                        "name",
                        "industry",
                        "fumes",
                        "promised",
                        "goods",
                        "area",
                        "floors",
                        "opened",
                        "seen",
                        "licensed",
                        "licence",
                        "why",
                        "notes",
                        "photos",
                        "where",
                        "building",
                        "phone");
        assertThat(shop().fields())
                .extracting(Field::kind)
                .containsExactly(
                        Kind.LINE,
                        Kind.CHOICE,
                        Kind.CHOICE,
                        Kind.DATE,
                        Kind.CHOICES,
                        Kind.NUMBER,
                        Kind.INTEGER,
                        Kind.DATE,
                        Kind.MOMENT,
                        Kind.YES_NO,
                        Kind.LINE,
                        Kind.LINE,
                        Kind.TEXT,
                        Kind.PHOTOS,
                        Kind.PLACE,
                        Kind.RECORD,
                        Kind.LINE);
        assertThat(shop().field("phone").orElseThrow().personal()).isTrue();
        assertThat(shop().field("building").orElseThrow().register()).isEqualTo("building");
    }

    @Test
    void good_answers_have_no_faults() {
        assertThat(check("{name: 老王面馆, industry: food, fumes: none, promised: 2021-11-09, goods: [a, b], area: 12.5}"))
                .isEmpty();
        assertThat(
                        check(
                                "{name: 店, opened: '2021-11-09', seen: '2021-11-09T22:30:00+08:00', licensed: true, licence: A-1234}"))
                .isEmpty();
        assertThat(check("{name: 店, licensed: false, why: 正在办理, where: [121.54, 31.27], building: b-12, floors: 3}"))
                .isEmpty();
        assertThat(check("{name: 店, photos: [0190a5c2-7e11-7abc-8def-0123456789ab]}"))
                .isEmpty();
    }

    @Test
    void a_conditional_field_is_asked_and_must_be_answered_only_where_its_condition_holds() {
        assertThat(check("{name: 店, industry: food}")).containsExactly("fumes form.missing");
        assertThat(check("{name: 店, industry: retail}")).isEmpty();
        assertThat(check("{name: 店, industry: retail, fumes: clean}")).containsExactly("fumes form.not-asked");
        assertThat(check("{name: 店, fumes: clean}")).containsExactly("fumes form.not-asked");
        assertThat(check("{name: 店, licensed: true, why: 忘了}"))
                .containsExactly("licence form.missing", "why form.not-asked");
    }

    @Test
    void every_wrong_answer_is_named_at_once_and_each_field_once() {
        assertThat(
                        check(
                                "{name: '', industry: bank, goods: [a, c], area: -1, floors: 2.5, opened: 2021-02-30, weather: rain}"))
                .containsExactly(
                        "name form.missing",
                        "industry form.not-listed",
                        "goods form.not-listed",
                        "area form.out-of-range",
                        "floors form.not-integer",
                        "opened form.not-date",
                        "weather form.unknown-field");
        assertThat(
                        check(
                                "{name: 5, goods: [a, a], seen: yesterday, licensed: 'yes', notes: [x], photos: [p], where: [1], area: much}"))
                .containsExactly(
                        "name form.not-text",
                        "goods form.twice",
                        "area form.not-number",
                        "seen form.not-moment",
                        "licensed form.not-yes-no",
                        "notes form.not-single",
                        "photos form.not-photos",
                        "where form.not-place");
        assertThat(check("{name: 店, licensed: true, licence: A}")).containsExactly("licence form.too-short");
        assertThat(check("{name: " + "店".repeat(81) + "}")).containsExactly("name form.too-long");
        assertThat(check("{name: 店, where: [31.27, 121.54]}")).containsExactly("where form.not-place");
        assertThat(check("[1]")).containsExactly(" form.not-object");
    }

    @Test
    void what_the_definition_leaves_open_is_bounded_all_the_same() {
        assertThat(check("{name: 店, notes: " + "字".repeat(2001) + "}")).containsExactly("notes form.too-long");
        assertThat(check("{name: 店, phone: '" + "1".repeat(101) + "'}")).containsExactly("phone form.too-long");
        assertThat(check("{name: 店, area: 1e300}")).containsExactly("area form.out-of-range");
    }

    @Test
    void an_answer_that_does_not_hold_is_told_in_the_words_of_the_form() throws Exception {
        FieldFault fault =
                shop().check(yaml.readTree("{name: 店, industry: bank}")).getFirst();
        assertThat(new RefusalTexts().words(fault.refusal(), Locale.CHINESE).sentence())
                .isEqualTo("“bank”不是“行业”的选项");
        assertThat(new RefusalTexts().words(fault.refusal(), Locale.CHINESE).remedy())
                .isEqualTo("请从以下选项中选择：food (餐饮)、retail (零售)");
    }

    @Test
    void every_fault_of_a_definition_is_named_with_its_line() {
        assertThat(faults("""
                type: object
                required: [name, colour]
                properties:
                  name: {type: string, title: 店名, maxlength: 80}
                  Size: {type: string, title: 大小}
                  kind: {type: word, title: 类别}
                  area: {type: number, minimum: 9, maximum: 3}
                  shade: {type: string, title: 深浅, oneOf: [{const: 1, title: 一}, {const: a, title: 甲}, {const: a, title: 乙}]}
                  when: {type: string, format: time, title: 时间}
                  photo: {type: array, items: {type: string}, x-widget: photo, title: 照片}
                  more: {type: object, title: 其他}
                patternProperties: {}
                """))
                .containsExactly(
                        "2 scenario.required-unknown [colour, name, Size, kind, area, shade, when, photo, more]",
                        "4 scenario.unknown-key [maxlength, type, title, description, minLength, maxLength, x-personal]",
                        "5 scenario.field-name [Size]",
                        "6 scenario.not-one-of [type, word, string, number, integer, boolean, array]",
                        "7 scenario.key-missing [title]",
                        "7 scenario.bounds [9, 3]",
                        "8 scenario.choice-value [1]",
                        "8 scenario.choice-twice [a]",
                        "9 scenario.not-one-of [format, time, date, date-time]",
                        "10 scenario.items [photos, {type: string, format: uuid}]",
                        "11 scenario.not-one-of [type, object, string, number, integer, boolean, array]",
                        "12 scenario.unknown-key [patternProperties, type, title, description, required, properties, if, then, else, allOf]");
    }

    @Test
    void a_condition_looks_at_choices_that_were_asked_before_and_demands_their_answer() {
        String form = """
                type: object
                properties:
                  kind: {type: string, title: 类别, oneOf: [{const: a, title: 甲}]}
                  name: {type: string, title: 名称}
                """;
        assertThat(faults(form + """
                if: {properties: {kind: {const: a}}}
                then: {properties: {x: {type: string, title: 某}}}
                """)).containsExactly("5 scenario.if-without-required [kind]");
        assertThat(faults(form + """
                if: {properties: {kind: {const: b}}, required: [kind]}
                then: {properties: {x: {type: string, title: 某}}}
                """)).containsExactly("5 scenario.if-unknown-value [b, kind, a]");
        assertThat(faults(form + """
                if: {properties: {name: {const: a}}, required: [name]}
                then: {properties: {x: {type: string, title: 某}}}
                """)).containsExactly("5 scenario.if-not-choice [name]");
        assertThat(faults(form + """
                if: {properties: {x: {const: a}}, required: [x]}
                then: {properties: {x: {type: string, title: 某}}}
                """)).containsExactly("5 scenario.if-unknown-field [x, kind, name]");
        assertThat(faults(form + """
                if: {properties: {kind: {minLength: 3}}, required: [kind]}
                else: {properties: {name: {type: string, title: 某}}}
                """))
                .containsExactly(
                        "5 scenario.unknown-key [minLength, const, enum]",
                        "5 scenario.if-without-value [kind]",
                        "6 scenario.field-twice [name, 4]");
        assertThat(faults(form + "then: {required: [name]}\n")).containsExactly("5 scenario.branch-without-if [then]");
    }

    @Test
    void what_yaml_could_do_beyond_plain_data_is_refused() {
        assertThat(faults("a: &x {b: 1}\nc: *x\n")).containsExactly("1 scenario.alias []");
        assertThat(faults("a: !!java.net.URL [x]\n")).hasSize(1);
        assertThat(faults("type: object\ntype: object\n")).containsExactly("2 scenario.key-twice [type, 1]");
        assertThat(faults("a: [b\nc: d\n")).hasSize(1).first().asString().contains("scenario.not-yaml");
        assertThat(faults("[".repeat(50))).containsExactly("1 scenario.too-deep [20]");
        assertThat(faults("a: 1\n---\nb: 2\n")).containsExactly("2 scenario.second-document []");
        assertThat(faults("")).containsExactly("1 scenario.empty-file []");
    }

    @Test
    void other_languages_come_from_the_texts_and_fall_back_to_chinese() {
        Faults faults = new Faults();
        Texts texts = new Texts(Map.of("en", node("""
                registers: {shop: {fields: {name: Name, industry: {title: Trade, food: Catering}, area: {title: Area, unit: m²}}}}
                """, faults)));
        Form form = Form.parse(node(SHOP, faults), "registers.shop.fields", texts, faults);
        assertThat(form.words("en"))
                .containsEntry("name", "Name")
                .containsEntry("industry", "Trade")
                .containsEntry("industry.food", "Catering")
                .containsEntry("industry.retail", "零售")
                .containsEntry("area.unit", "m²");
        assertThat(faults.isSound()).isTrue();
        assertThat(faults.warnings()).extracting(Fault::code).containsOnly("scenario.text-missing");
    }

    @Test
    void rules_speak_of_answers_by_their_kind_and_of_what_was_not_answered_not_at_all() {
        Scope scope = shop().scope("record");
        assertThat(scope.names())
                .containsEntry("record.area", Type.NUMBER)
                .containsEntry("record.industry", Type.oneOf(List.of("food", "retail")))
                .containsEntry("record.licensed", Type.FLAG)
                .containsEntry("record.building", Type.TEXT)
                .doesNotContainKeys("record.photos", "record.where");
        assertThat(shop().values(
                                "record",
                                yaml.readTree("{name: 店, area: 60, licensed: true, goods: [a, b], floors: many}")))
                .isEqualTo(Map.of(
                        "record.name",
                        "店",
                        "record.area",
                        60.0,
                        "record.licensed",
                        true,
                        "record.goods",
                        List.of("a", "b")));
    }

    private static Form parse(String form, Faults faults) {
        return Form.parse(node(form, faults), "risk", Texts.none(), faults);
    }

    private Form shop() {
        Faults faults = new Faults();
        Form form = Form.parse(node(SHOP, faults), "shop", Texts.none(), faults);
        assertThat(faults.all()).isEmpty();
        return form;
    }

    private List<String> check(String answers) {
        return shop().check(yaml.readTree(answers)).stream()
                .map(fault -> fault.field() + " " + fault.code())
                .toList();
    }

    private static List<String> faults(String form) {
        Faults faults = new Faults();
        ReadYaml.of("form.yaml", form.getBytes(UTF_8), faults)
                .ifPresent(node -> Form.parse(node, "form", Texts.none(), faults));
        return faults.all().stream()
                .map(fault -> fault.spot().line() + " " + fault.code() + " "
                        + fault.refusal().arguments())
                .toList();
    }

    private static Node node(String text, Faults faults) {
        return ReadYaml.of("form.yaml", text.getBytes(UTF_8), faults).orElseThrow();
    }
}
