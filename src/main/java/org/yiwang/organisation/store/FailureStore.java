package org.yiwang.organisation.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.model.Toll;
import org.yiwang.platform.Tenant;

/** The table of failed sign-ins, counted by subject. */
@Component
public class FailureStore {
    private final JdbcClient db;

    public FailureStore(JdbcClient db) {
        this.db = db;
    }

    /** The subject's count, locked until the transaction ends. */
    public Toll.Count lock(Tenant tenant, byte[] subject) {
        return db.sql("""
                      insert into organisation.sign_in_failure as f (tenant, subject, count, last_at) values (?, ?, 0, 'epoch')
                      on conflict (tenant, subject) do update set count = f.count
                      returning count, last_at
                      """)
                .params(tenant.code(), subject)
                .query((row, number) ->
                        new Toll.Count(row.getInt(1), row.getTimestamp(2).toInstant()))
                .single();
    }

    public void save(Tenant tenant, byte[] subject, Toll.Count count) {
        db.sql("update organisation.sign_in_failure set count = ?, last_at = ? where tenant = ? and subject = ?")
                .params(count.failures(), Timestamp.from(count.last()), tenant.code(), subject)
                .update();
    }

    public void clear(Tenant tenant, byte[] subject) {
        db.sql("delete from organisation.sign_in_failure where tenant = ? and subject = ?")
                .params(tenant.code(), subject)
                .update();
    }

    /** Takes back one attempt that turned out not to be a failure. */
    public void takeBack(Tenant tenant, byte[] subject) {
        db.sql("""
               update organisation.sign_in_failure set count = greatest(count - 1, 0) where tenant = ? and subject = ?
               """).params(tenant.code(), subject).update();
    }

    public int forget(Instant lastBefore) {
        return db.sql("delete from organisation.sign_in_failure where last_at < ?")
                .param(Timestamp.from(lastBefore))
                .update();
    }
}
