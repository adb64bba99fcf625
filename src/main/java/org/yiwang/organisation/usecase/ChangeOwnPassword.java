package org.yiwang.organisation.usecase;

import org.springframework.stereotype.Service;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.model.Attempt;
import org.yiwang.organisation.model.PasswordRules;
import org.yiwang.organisation.usecase.SignIn.Outcome;

/** A person replaces the own password; all sessions end, and the answer opens a new one. */
@Service
public class ChangeOwnPassword {
    private final SignIn signIn;
    private final ManageStaff manage;

    ChangeOwnPassword(SignIn signIn, ManageStaff manage) {
        this.signIn = signIn;
        this.manage = manage;
    }

    /** @param attempt with the present password: guessing it here costs the same as at the door */
    public Outcome change(Staff staff, Attempt attempt, String password) throws InterruptedException {
        PasswordRules.fault(password, staff.login()).ifPresent(fault -> {
            throw fault.exception();
        });
        return switch (signIn.signIn(attempt)) {
            case Outcome.Opened opened -> {
                manage.replacePassword(opened.account(), staff, password, "password-changed");
                yield signIn.signIn(
                        new Attempt(attempt.tenant(), attempt.login(), password, attempt.address(), opened.device()));
            }
            case Outcome.MustWait wait -> wait;
            case Outcome.Wrong wrong -> wrong;
        };
    }
}
