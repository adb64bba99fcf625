package org.yiwang.hotline.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.yiwang.casework.model.Stage;

/** Where an order stands in the words of the upper platform, and in which stages a case of ours may be then. */
public enum UpperStatus {
    /** 待签收: it has no receipt of ours yet. */
    WAITING("DQS", "待签收", "Waiting for a receipt", EnumSet.of(Stage.REPORTED)),
    RECEIVED("YQS", "已签收", "Received", EnumSet.of(Stage.REPORTED, Stage.CHECKING)),
    ACCEPTED("YSL", "已受理", "Accepted", EnumSet.of(Stage.ACCEPTED)),
    ASSIGNED("YPD", "已派单", "Assigned", EnumSet.of(Stage.DISPATCHED, Stage.RETURN_ASKED, Stage.ARBITRATION)),
    HANDLING("BLZ", "办理中", "Being handled", EnumSet.of(Stage.HANDLING, Stage.DONE, Stage.VERIFIED)),
    CLOSED("YBJ", "已办结", "Closed", EnumSet.of(Stage.CLOSED)),
    VISITED("YHF", "已回访", "Visited", EnumSet.of(Stage.CLOSED)),
    DECLINED("BYSL", "不予受理", "Declined", EnumSet.of(Stage.DECLINED)),
    /** 退单审核: we have asked to give it back, and whether we may is being looked at. */
    RETURN_ASKED("TDSQ", "退单审核", "Return being reviewed", EnumSet.of(Stage.REPORTED, Stage.CHECKING, Stage.ACCEPTED)),
    RETURNED("YTD", "已退单", "Returned", EnumSet.of(Stage.WITHDRAWN));

    private final String code;
    private final String zh;
    private final String en;
    private final Set<Stage> stages;

    UpperStatus(String code, String zh, String en, Set<Stage> stages) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.stages = stages;
    }

    public String code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a case in this stage is what the status says. */
    public boolean fits(Stage stage) {
        return stages.contains(stage);
    }

    /** By the letters that the platform writes; empty for letters that nobody has told us of. */
    public static Optional<UpperStatus> written(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst();
    }

    /** What the upper platform is to be told of a case in this stage. A case that joined another stands where that one stands. */
    public static UpperStatus of(Stage stage) {
        return switch (stage) {
            case REPORTED, CHECKING -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case DISPATCHED, RETURN_ASKED, ARBITRATION -> ASSIGNED;
            case HANDLING, DONE, VERIFIED -> HANDLING;
            case CLOSED -> CLOSED;
            case DECLINED -> DECLINED;
            case MERGED -> HANDLING;
            case WITHDRAWN -> RETURNED;
        };
    }
}
