package org.yiwang.platform.tenancy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at the start when the database cannot keep sub-districts apart by itself, and what its administrator has to do. */
@Component
@ConditionalOnBooleanProperty(name = "yiwang.database", matchIfMissing = true)
class CheckBinding {
    private static final Logger LOG = LoggerFactory.getLogger(CheckBinding.class);

    private final JdbcClient db;

    CheckBinding(JdbcClient db) {
        this.db = db;
    }

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        String user = db.sql("select current_user::text").query(String.class).single();
        if (user.equals(OwnRows.ROLE)) return;
        LOG.warn(
                "The database does not hide other sub-districts' rows by itself, because user {} may not work as {}. The application's own checks hold. "
                        + "Let a database administrator run: create role {} nologin; grant {} to {}; then start again.",
                user,
                OwnRows.ROLE,
                OwnRows.ROLE,
                OwnRows.ROLE,
                user);
    }
}
