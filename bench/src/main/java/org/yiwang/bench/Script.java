package org.yiwang.bench;

import java.util.List;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.organisation.Role;
import org.yiwang.organisation.UnitId;

/** The life that every contender goes through: report, then these six actions, each by the person whose turn it is. */
final class Script {
    static final String CATEGORY = "E0501";
    static final UnitId COMMITTEE = new UnitId("c01");
    static final UnitId SQUAD = new UnitId("chengguan");
    static final String DESCRIPTION = "水果店把货架摆到人行道上，占去大半条路，行人只能走到非机动车道上，早晚高峰尤其危险，请尽快处理。";
    static final String NOTE = "已到现场查看，与店主当面沟通，货架当场移回店内，人行道恢复通行，并告知再犯将依法处理。";
    static final String ANSWER = "您反映的跨门营业问题，城管中队已到现场整改完毕，后续将加强巡查。感谢您对社区工作的支持。";

    /** @param body the same input as the interface takes it */
    record Move(Role who, String action, ActionInput input, String body) {}

    static final List<Move> MOVES = List.of(
            new Move(Role.OPERATOR, "accept", ActionInput.NONE, "{}"),
            new Move(
                    Role.OPERATOR,
                    "dispatch",
                    input().unit(SQUAD).build(),
                    "{\"unit\":\"%s\"}".formatted(SQUAD.value())),
            new Move(Role.HANDLER, "claim", ActionInput.NONE, "{}"),
            new Move(Role.HANDLER, "feedback", input().note(NOTE).build(), "{\"note\":\"%s\"}".formatted(NOTE)),
            new Move(Role.INSPECTOR, "pass", input().note(NOTE).build(), "{\"note\":\"%s\"}".formatted(NOTE)),
            new Move(Role.OPERATOR, "close", input().answer(ANSWER).build(), "{\"answer\":\"%s\"}".formatted(ANSWER)));

    private Script() {}

    private static ActionInput.Builder input() {
        return new ActionInput.Builder();
    }
}
