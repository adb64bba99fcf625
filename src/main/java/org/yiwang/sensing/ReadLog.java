package org.yiwang.sensing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.store.LogStore;
import org.yiwang.sensing.store.RetentionStore;

/** The log for those who read it from end to end. What a reader has not behind it is kept for it. */
@Service
public class ReadLog {
    private final LogStore log;
    private final RetentionStore places;

    public ReadLog(LogStore log, RetentionStore places) {
        this.log = log;
        this.places = places;
    }

    /** The ends of all partitions: what lies before is there to be read, and what comes later will not be earlier than the time. */
    public Map<Integer, Head> heads(Tenant tenant) {
        return log.heads(tenant);
    }

    /** In order, from this offset on. */
    public List<LogRecord> from(Tenant tenant, int partition, long offset, int limit) {
        return log.from(tenant, partition, offset, limit);
    }

    /** The first offset that was written at this time or later, or the end of the partition. */
    public long since(Tenant tenant, int partition, Instant time) {
        return log.since(tenant, partition, time);
    }

    /** Where the reader goes on. */
    public long place(Tenant tenant, String reader, int partition) {
        return places.place(tenant, reader, partition);
    }

    /** In the transaction in which the reader keeps what it made of what it has read. */
    public void keepPlace(Tenant tenant, String reader, int partition, long next, Instant at) {
        places.keepPlace(tenant, reader, partition, next, at);
    }

    /** Whether a reader of this name has ever read the partition. */
    public boolean reads(Tenant tenant, String reader, int partition) {
        return places.reads(tenant, reader, partition);
    }

    /** Another reads in its place: what this one has not read is no longer kept for it, until it reads on. */
    public void rest(Tenant tenant, String reader) {
        places.rest(tenant, reader);
    }
}
