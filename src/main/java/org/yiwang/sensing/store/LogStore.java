package org.yiwang.sensing.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Tenant;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Note;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.model.Place;

/** The log's rows. A partition's head is locked by whoever appends until the transaction ends, so that offsets have no gaps. */
@Component
public class LogStore {
    private static final String COLUMNS =
            "partition, log_offset, ingest_at, device, family, device_kind, message_kind, device_time, message_id, values::text as values, note";
    private static final RowMapper<LogRecord> RECORD = (row, number) -> new LogRecord(
            row.getInt("partition"),
            row.getLong("log_offset"),
            row.getTimestamp("ingest_at").toInstant(),
            row.getString("device"),
            row.getString("family"),
            row.getString("device_kind"),
            row.getString("message_kind"),
            row.getTimestamp("device_time") == null
                    ? null
                    : row.getTimestamp("device_time").toInstant(),
            row.getString("message_id"),
            row.getString("values"),
            note(row.getBytes("note")));

    private final JdbcClient db;

    public LogStore(JdbcClient db) {
        this.db = db;
    }

    /** Makes the heads of a sub-district that has none yet. */
    public void begin(Tenant tenant) {
        db.sql(
                        "insert into sensing.partition (tenant, partition) select ?, generate_series(0, ?) on conflict do nothing")
                .params(tenant.code(), Partitions.COUNT - 1)
                .update();
    }

    /** Locks these heads, in an order that all nodes share, and reads where the partitions end. */
    public Map<Integer, Head> lock(Tenant tenant, Collection<Integer> partitions) {
        Map<Integer, Head> heads = new HashMap<>();
        db.sql("""
               select partition, next_offset, nullif(last_ingest_at, '-infinity') as last_ingest_at from sensing.partition
               where tenant = ? and partition = any(?) order by partition for update
               """).params(tenant.code(), ints(partitions)).query(row -> {
            heads.put(
                    row.getInt("partition"),
                    new Head(row.getLong("next_offset"), last(row.getTimestamp("last_ingest_at"))));
        });
        return heads;
    }

    /** Writes the messages at their places and moves the heads, which the caller has locked. */
    public void append(Tenant tenant, List<Incoming> messages, List<Place> places, SortedMap<Integer, Head> heads) {
        db.sql("""
               insert into sensing.log (tenant, partition, log_offset, ingest_at, device, family, device_kind, message_kind, device_time, message_id, values, source)
               select ?, p, o, at::timestamptz, d, f, dk, mk, t::timestamptz, id, v::jsonb, s
               from unnest(?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as given (p, o, at, d, f, dk, mk, t, id, v, s)
               """)
                .params(
                        tenant.code(),
                        ints(places.stream().map(Place::partition).toList()),
                        places.stream().mapToLong(Place::offset).toArray(),
                        texts(places, place -> place.ingestAt().toString()),
                        texts(messages, Incoming::device),
                        texts(messages, Incoming::family),
                        texts(messages, Incoming::deviceKind),
                        texts(messages, Incoming::messageKind),
                        texts(
                                messages,
                                one -> one.deviceTime() == null
                                        ? null
                                        : one.deviceTime().toString()),
                        texts(messages, Incoming::messageId),
                        texts(messages, Incoming::values),
                        texts(messages, one -> one.source().id()))
                .update();
        List<Head> moved = List.copyOf(heads.values());
        db.sql("""
               update sensing.partition p set next_offset = g.o, last_ingest_at = g.at::timestamptz
               from unnest(?::integer[], ?::bigint[], ?::text[]) as g (p, o, at) where p.tenant = ? and p.partition = g.p
               """)
                .params(
                        ints(heads.keySet()),
                        moved.stream().mapToLong(Head::nextOffset).toArray(),
                        texts(moved, head -> head.lastIngestAt().toString()),
                        tenant.code())
                .update();
    }

    /** Writes a note at its place and moves the heads, which the caller has locked. */
    public void note(Tenant tenant, String family, Note note, Place place) {
        db.sql("""
               insert into sensing.log (tenant, partition, log_offset, ingest_at, device, family, device_kind, message_kind, values, source, note)
               values (?, ?, ?, ?, '', ?, '', '', '{}', 'note', ?)
               """)
                .params(
                        tenant.code(),
                        place.partition(),
                        place.offset(),
                        Timestamp.from(place.ingestAt()),
                        family,
                        note.words())
                .update();
        db.sql("update sensing.partition set next_offset = ?, last_ingest_at = ? where tenant = ? and partition = ?")
                .params(place.offset() + 1, Timestamp.from(place.ingestAt()), tenant.code(), place.partition())
                .update();
    }

    /** Brings the time of partitions where nothing is said up to now, so that a reader knows that nothing earlier can come. */
    public void tick(Tenant tenant, Instant now) {
        db.sql("""
               update sensing.partition p set last_ingest_at = ? from
                   (select partition from sensing.partition where tenant = ? and last_ingest_at < ? order by partition for update) as idle
               where p.tenant = ? and p.partition = idle.partition
               """)
                .params(Timestamp.from(now), tenant.code(), Timestamp.from(now), tenant.code())
                .update();
    }

    /** From this offset on, in order. */
    public List<LogRecord> from(Tenant tenant, int partition, long offset, int limit) {
        return db.sql(
                        "select " + COLUMNS
                                + " from sensing.log where tenant = ? and partition = ? and log_offset >= ? order by log_offset limit ?")
                .params(tenant.code(), partition, offset, limit)
                .query(RECORD)
                .list();
    }

    /** The first offset whose time is this or later, or the end. Times never fall along a partition, so it is looked for by halves, without reading what lies between. */
    public long since(Tenant tenant, int partition, Instant time) {
        long low = db.sql("select first_offset from sensing.partition where tenant = ? and partition = ?")
                .params(tenant.code(), partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
        long high = head(tenant, partition).nextOffset();
        while (low < high) {
            long middle = low + (high - low) / 2;
            List<LogRecord> found = from(tenant, partition, middle, 1);
            if (found.isEmpty() || !found.getFirst().ingestAt().isBefore(time)) high = middle;
            else low = found.getFirst().offset() + 1;
        }
        return low;
    }

    /** The end of a partition: everything before the offset is committed and readable, everything from it on will not be earlier than the time. */
    public Head head(Tenant tenant, int partition) {
        return db.sql("""
                      select next_offset, nullif(last_ingest_at, '-infinity') as last_ingest_at
                      from sensing.partition where tenant = ? and partition = ?
                      """)
                .params(tenant.code(), partition)
                .query((row, number) -> new Head(row.getLong("next_offset"), last(row.getTimestamp("last_ingest_at"))))
                .optional()
                .orElse(new Head(0, Instant.EPOCH));
    }

    /** The ends of all partitions, see {@link #head}. */
    public Map<Integer, Head> heads(Tenant tenant) {
        Map<Integer, Head> heads = new HashMap<>();
        db.sql(
                        "select partition, next_offset, nullif(last_ingest_at, '-infinity') as last_ingest_at from sensing.partition where tenant = ?")
                .params(tenant.code())
                .query(row -> {
                    heads.put(
                            row.getInt("partition"),
                            new Head(row.getLong("next_offset"), last(row.getTimestamp("last_ingest_at"))));
                });
        return heads;
    }

    /** What a device said last, latest first. */
    public List<LogRecord> latest(Tenant tenant, String device, int limit) {
        return db.sql(
                        "select " + COLUMNS
                                + " from sensing.log where tenant = ? and device = ? order by ingest_at desc, log_offset desc limit ?")
                .params(tenant.code(), device, limit)
                .query(RECORD)
                .list();
    }

    /** Whether the last that was heard of the device came by this way. */
    public boolean isLastFrom(Tenant tenant, String device, Source source) {
        return db.sql(
                        "select source from sensing.log where tenant = ? and device = ? order by ingest_at desc, log_offset desc limit 1")
                .params(tenant.code(), device)
                .query(String.class)
                .optional()
                .filter(source.id()::equals)
                .isPresent();
    }

    private static @Nullable Note note(byte @Nullable [] words) {
        return words == null ? null : new Note(words);
    }

    private static Instant last(@Nullable Timestamp at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static int[] ints(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static <T> @Nullable String[] texts(Collection<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
