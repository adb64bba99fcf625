package org.yiwang.organisation.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.usecase.CreateFirstAdministrator;
import org.yiwang.platform.Tenant;

/** Prints the link for the first administrator when the server starts without any account; the demonstration brings its own people. */
@Component
@ConditionalOnWebApplication
class SetupInvitation {
    private final CreateFirstAdministrator create;
    private final Tenant tenant;
    private final boolean demonstration;

    SetupInvitation(
            CreateFirstAdministrator create,
            @Value("${yiwang.tenant}") int tenant,
            @Value("${yiwang.demonstration.year:}") String year) {
        this.create = create;
        this.tenant = new Tenant(tenant);
        this.demonstration = !year.isEmpty();
    }

    @EventListener
    void invite(ApplicationReadyEvent ready) {
        if (demonstration || !create.isNeeded(tenant)) return;
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080");
        // Standard output and not the log: whoever started the server reads it, and no log keeps it.
        System.out.printf("""

                还没有任何账号。请在 %2$d 小时内打开以下链接创建第一个系统管理员(仅可使用一次):
                There is no account yet. Open this link within %2$d hours to create the first administrator (works once):

                  http://localhost:%1$s/setup#%3$s

                """, port, CreateFirstAdministrator.INVITATION_MAX.toHours(), create.invite());
    }
}
