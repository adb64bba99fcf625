package org.yiwang.sensing.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;

/** How far readers have come, and what of the log can be given up. */
@Component
public class RetentionStore {
    private final JdbcClient db;

    public RetentionStore(JdbcClient db) {
        this.db = db;
    }

    /** A reader's next offset; it never goes back. In the transaction in which the reader keeps what it made of the messages. */
    public void keepPlace(Tenant tenant, String reader, int partition, long nextOffset, Instant at) {
        db.sql("""
               insert into sensing.reader (tenant, name, partition, next_offset, at) values (?, ?, ?, ?, ?)
               on conflict (tenant, name, partition)
               do update set next_offset = greatest(sensing.reader.next_offset, excluded.next_offset), at = excluded.at, resting = false
               """)
                .params(tenant.code(), reader, partition, nextOffset, Timestamp.from(at))
                .update();
    }

    /** Whether a reader of this name has ever read the partition. */
    public boolean reads(Tenant tenant, String reader, int partition) {
        return db.sql("select exists (select from sensing.reader where tenant = ? and name = ? and partition = ?)")
                .params(tenant.code(), reader, partition)
                .query(Boolean.class)
                .single();
    }

    /** Another reads in its place from here on. Its place is remembered, but what it has not read is no longer kept for it. */
    public void rest(Tenant tenant, String reader) {
        db.sql("update sensing.reader set resting = true where tenant = ? and name = ? and not resting")
                .params(tenant.code(), reader)
                .update();
    }

    /** Where the reader goes on; the beginning for one that is new. */
    public long place(Tenant tenant, String reader, int partition) {
        return db.sql("""
                      select coalesce((select next_offset from sensing.reader where tenant = :tenant and name = :reader and partition = :partition),
                          (select first_offset from sensing.partition where tenant = :tenant and partition = :partition), 0)
                      """)
                .param("tenant", tenant.code())
                .param("reader", reader)
                .param("partition", partition)
                .query(Long.class)
                .single();
    }

    /**
     * Gives up the beginning of a partition: what is older than the time and what every reader has behind it. Never leaves a hole, because times do not run
     * backwards within a partition. Answers how many.
     */
    public int giveUp(Tenant tenant, int partition, Instant before, int most) {
        long upTo = db.sql("""
                select max(log_offset) + 1 from (
                    select log_offset, ingest_at from sensing.log where tenant = :tenant and partition = :partition order by log_offset limit :most) as oldest
                where ingest_at < :before and log_offset < coalesce(
                    (select min(next_offset) from sensing.reader where tenant = :tenant and partition = :partition and not resting), 9223372036854775807)
                having max(log_offset) is not null
                """)
                .param("tenant", tenant.code())
                .param("partition", partition)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(Long.class)
                .optional()
                .orElse(0L);
        if (upTo == 0) return 0;
        int gone = db.sql("delete from sensing.log where tenant = ? and partition = ? and log_offset < ?")
                .params(tenant.code(), partition, upTo)
                .update();
        db.sql(
                        "update sensing.partition set first_offset = greatest(first_offset, ?) where tenant = ? and partition = ?")
                .params(upTo, tenant.code(), partition)
                .update();
        return gone;
    }
}
