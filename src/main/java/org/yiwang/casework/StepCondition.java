package org.yiwang.casework;

import java.util.Optional;
import org.yiwang.casework.model.ActionInput;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.CaseFile;
import org.yiwang.platform.Refusal;

/** What a module above asks of a step beyond the flow table, such as what a closing note must tell. Asked before the step is decided; must not change anything. */
public interface StepCondition {
    /** Why the step cannot be taken now; empty where this condition has nothing against it. */
    Optional<Refusal> against(CaseFile file, String action, ActionInput input, Actor actor);
}
