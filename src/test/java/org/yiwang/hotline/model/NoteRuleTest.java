package org.yiwang.hotline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yiwang.hotline.model.NoteRule.Fault;
import org.yiwang.hotline.model.NoteRule.Part;

class NoteRuleTest {
    private static final Part FOUND = new Part("核实情况", "What was found", List.of("核实", "现场"));
    private static final Part DONE = new Part("处理措施", "What was done", List.of("已", "安排"));
    private static final NoteRule RULE = new NoteRule(16, List.of(FOUND, DONE), List.of("已处理", "已告知", "情况已知晓"));

    @Test
    void a_phrase_that_stands_alone_is_no_answer_however_it_is_dressed_up() {
        for (String empty : List.of("已处理", "已处理。", "您好，已处理！", " 已 告 知 ", "情况已知晓，谢谢"))
            assertThat(RULE.check(empty)).as(empty).get().isInstanceOf(Fault.Empty.class);
    }

    @Test
    void the_same_phrase_within_a_whole_answer_is_fine() {
        assertThat(RULE.check("经现场核实，楼道垃圾已处理完毕，物业每日巡查两次，反映人表示认可。")).isEmpty();
    }

    @Test
    void what_is_missing_is_named() {
        assertThat(RULE.check("我们安排了保洁员每天上午和下午各清扫一次楼道。")).contains(new Fault.Missing(FOUND));
        assertThat(RULE.check("经现场核实情况属实，等待物业公司下周安装照明设备。")).contains(new Fault.Missing(DONE));
        assertThat(RULE.check("现场很乱")).contains(new Fault.TooShort(16));
        assertThat(RULE.check("")).contains(new Fault.TooShort(16));
    }
}
