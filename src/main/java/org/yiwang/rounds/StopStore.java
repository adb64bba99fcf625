package org.yiwang.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Period;
import org.yiwang.rounds.model.Round;
import org.yiwang.rounds.model.Stop;
import org.yiwang.rounds.model.Subject;
import org.yiwang.territory.LonLat;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stops: those to be made, those made and those missed. */
@Component
class StopStore {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};
    private static final int ROWS_PER_TURN = 5_000;

    private final JdbcClient db;
    private final JsonMapper json;

    StopStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Adds those that are not there yet; how many that were. */
    int add(Tenant tenant, List<Stop> stops) {
        return db.sql("""
                      insert into rounds.stop (tenant, id, package, version, round, subject, register, label, lon, lat, cell, committee, area, unit,
                          period_from, period_to, slot, due_at, state, campaign, again, again_by, again_failed)
                      select :tenant, id, package, version, round, subject, register, label, lon, lat, cell, committee, area, unit,
                          "from", "to", slot, due, 'open', campaign, again, again_by, again_failed
                      from jsonb_to_recordset(:stops::jsonb) as s(id uuid, package text, version integer, round text, subject text, register text, label text,
                          lon float8, lat float8, cell text, committee text, area text, unit text, "from" date, "to" date, slot integer, due timestamptz,
                          campaign uuid, again uuid, again_by uuid, again_failed boolean)
                      on conflict do nothing
                      """)
                .param("tenant", tenant.code())
                .param(
                        "stops",
                        json.writeValueAsString(
                                stops.stream().map(StopStore::row).toList()))
                .update();
    }

    /** Puts stops of the past on record as they have become, those that are there already too. */
    void keep(Tenant tenant, List<Stop> stops) {
        List<Map<String, @Nullable Object>> rows = stops.stream()
                .map(stop -> {
                    Map<String, @Nullable Object> row = row(stop);
                    row.put("state", stop.state());
                    row.put("made", stop.made());
                    return row;
                })
                .toList();
        db.sql("""
               insert into rounds.stop (tenant, id, package, version, round, subject, register, label, lon, lat, cell, committee, area, unit,
                   period_from, period_to, slot, due_at, state, campaign, again, again_by, again_failed,
                   made_at, received_at, made_by, made_by_name, metres, proven, failed, answers, photos, cases)
               select :tenant, s.id, package, version, round, subject, register, label, lon, lat, cell, committee, area, unit,
                   "from", "to", slot, due, state, campaign, again, again_by, again_failed,
                   m.at, m.at, m.by, m."byName", m.metres, m.proven, m.failed, m.answers, m.photos, m.cases
               from jsonb_to_recordset(:stops::jsonb) as s(id uuid, package text, version integer, round text, subject text, register text, label text,
                   lon float8, lat float8, cell text, committee text, area text, unit text, "from" date, "to" date, slot integer, due timestamptz,
                   state text, campaign uuid, again uuid, again_by uuid, again_failed boolean, made jsonb)
               left join lateral jsonb_to_record(s.made) as m(at timestamptz, by uuid, "byName" text, metres integer, proven boolean, failed boolean,
                   answers jsonb, photos uuid[], cases uuid[]) on true
               on conflict (tenant, id) do update set state = excluded.state, made_at = excluded.made_at, received_at = excluded.received_at,
                   made_by = excluded.made_by, made_by_name = excluded.made_by_name, metres = excluded.metres, proven = excluded.proven,
                   failed = excluded.failed, answers = excluded.answers, photos = excluded.photos, cases = excluded.cases
               """)
                .param("tenant", tenant.code())
                .param("stops", json.writeValueAsString(rows))
                .update();
    }

    /** Second looks that are still to be taken. */
    List<Stop> openAgain(Tenant tenant) {
        return open(tenant, "again is not null", Map.of());
    }

    /** Stops of a campaign that are still to be made. */
    List<Stop> openOf(Tenant tenant, UUID campaign) {
        return open(tenant, "campaign = :campaign", Map.of("campaign", campaign));
    }

    /** Stops of a list that are still to be made. */
    List<Stop> openIn(Tenant tenant, Round round, Period period) {
        return open(
                tenant,
                "again is null and campaign is null and package = :package and round = :round and period_from = :from",
                Map.of("package", round.packageId(), "round", round.name(), "from", Date.valueOf(period.from())));
    }

    private List<Stop> open(Tenant tenant, String which, Map<String, ?> parameters) {
        return db.sql("select * from rounds.stop where tenant = :tenant and state = 'open' and %s order by id"
                        .formatted(which))
                .param("tenant", tenant.code())
                .params(parameters)
                .query((row, n) -> stop(row))
                .list();
    }

    private static Map<String, @Nullable Object> row(Stop stop) {
        Subject subject = stop.subject();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", stop.id());
        row.put("package", stop.packageId());
        row.put("version", stop.version());
        row.put("round", stop.round());
        row.put("subject", subject.key());
        row.put("register", subject.register());
        row.put("label", subject.label());
        row.put("lon", subject.point() == null ? null : subject.point().lon());
        row.put("lat", subject.point() == null ? null : subject.point().lat());
        row.put("cell", subject.cell());
        row.put("committee", text(subject.committee()));
        row.put("area", text(subject.area()));
        row.put("unit", text(stop.unit()));
        row.put("campaign", stop.campaign());
        row.put("from", stop.period().from());
        row.put("to", stop.period().to());
        row.put("slot", stop.slot());
        row.put("due", stop.dueAt());
        row.put("again", stop.again() == null ? null : stop.again().stop());
        row.put("again_by", stop.again() == null ? null : stop.again().by());
        row.put("again_failed", stop.again() == null ? null : stop.again().failed());
        return row;
    }

    private static @Nullable String text(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    /** Open stops of the round at other records are dropped; those that are wanted again are taken up again. */
    void keepOnly(Tenant tenant, Round round, Period period, List<String> keys) {
        db.sql("""
               update rounds.stop set state = case when subject = any(:keys) then 'open' else 'dropped' end
               where tenant = :tenant and package = :package and round = :round and period_from = :from and campaign is null and again is null
                   and (state = 'open' and subject <> all(:keys) or state = 'dropped' and subject = any(:keys))
               """)
                .param("tenant", tenant.code())
                .param("package", round.packageId())
                .param("round", round.name())
                .param("from", Date.valueOf(period.from()))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** When each of these records of a register was last looked at within these moments, by key. */
    Map<String, Instant> lastMade(Tenant tenant, String register, List<String> keys, Instant from, Instant to) {
        Map<String, Instant> last = new HashMap<>();
        db.sql("""
               select subject, max(made_at) as at from rounds.stop
               where tenant = :tenant and register = :register and subject = any(:keys) and state = 'made' and made_at >= :from and made_at < :to
               group by subject
               """)
                .param("keys", keys.toArray(String[]::new))
                .param("tenant", tenant.code())
                .param("register", register)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(row -> {
                    last.put(row.getString("subject"), row.getTimestamp("at").toInstant());
                });
        return last;
    }

    void dropOpen(Tenant tenant, UUID campaign) {
        db.sql(
                        "update rounds.stop set state = 'dropped' where tenant = :tenant and campaign = :campaign and state = 'open'")
                .param("tenant", tenant.code())
                .param("campaign", campaign)
                .update();
    }

    void dropOpenOf(Tenant tenant, String packageId) {
        db.sql(
                        "update rounds.stop set state = 'dropped' where tenant = :tenant and package = :package and state = 'open'")
                .param("tenant", tenant.code())
                .param("package", packageId)
                .update();
    }

    /** Whether the lists of this edition of a round for this period were made already. */
    boolean isMade(Tenant tenant, String packageId, String round, Period period) {
        return db.sql("""
                      select exists (select from rounds.stop where tenant = :tenant and package = :package and round = :round and period_from = :from)
                      """)
                .param("tenant", tenant.code())
                .param("package", packageId)
                .param("round", round)
                .param("from", Date.valueOf(period.from()))
                .query(Boolean.class)
                .single();
    }

    Optional<Stop> find(Tenant tenant, UUID id) {
        return one(tenant, id, "");
    }

    /** The same, kept from others until the transaction ends. */
    Optional<Stop> lock(Tenant tenant, UUID id) {
        return one(tenant, id, " for update");
    }

    private Optional<Stop> one(Tenant tenant, UUID id, String how) {
        return db.sql("select * from rounds.stop where tenant = :tenant and id = :id" + how)
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> stop(row))
                .optional();
    }

    /**
     * Stops that a person may make now.
     *
     * @param total how many there are, with those beyond the limit
     */
    record Open(List<Stop> first, long total) {}

    /** What a person may make now, what is due first first: begun, and in one of the person's cells or of the person's unit; what somebody else made, once more within sight. */
    Open openFor(Staff staff, List<String> cells, LocalDate today, Instant now, int limit) {
        List<Long> total = new ArrayList<>();
        List<Stop> stops = db.sql("""
                      select s.*, count(*) over () as total from rounds.stop s
                      where s.tenant = :tenant and s.state = 'open' and s.due_at > :now and s.period_from <= :today
                          and case when s.again is null then s.unit is null and s.cell = any(:cells) or s.unit = :unit
                              else s.again_by <> :staff and %s end
                      order by s.due_at, s.package, s.round, s.subject, s.slot limit :limit
                      """.formatted(StopSight.NEAR))
                .params(staff.sight().parameters())
                .param("tenant", staff.tenant().code())
                .param("now", Timestamp.from(now))
                .param("today", Date.valueOf(today))
                .param("cells", cells.toArray(String[]::new))
                .param("staff", staff.id())
                .param("limit", limit)
                .query((row, n) -> {
                    total.add(row.getLong("total"));
                    return stop(row);
                })
                .list();
        return new Open(stops, total.isEmpty() ? 0 : total.getFirst());
    }

    void made(Stop stop, Stop.Made made, Instant received) {
        db.sql("""
               update rounds.stop set state = 'made', made_at = :at, received_at = :received, made_by = :by, made_by_name = :byName, metres = :metres,
                   stood_lon = :stoodLon, stood_lat = :stoodLat, stood_accuracy = :stoodAccuracy, proven = :proven, failed = :failed, answers = :answers::jsonb, photos = :photos, cases = :cases
               where tenant = :tenant and id = :id
               """)
                .param("tenant", stop.tenant().code())
                .param("id", stop.id())
                .param("at", Timestamp.from(made.at()))
                .param("received", Timestamp.from(received))
                .param("by", made.by())
                .param("byName", made.byName())
                .param("metres", made.metres())
                .param("stoodLon", made.stood() == null ? null : made.stood().lon())
                .param("stoodLat", made.stood() == null ? null : made.stood().lat())
                .param(
                        "stoodAccuracy",
                        made.stood() == null ? null : made.stood().accuracy())
                .param("proven", made.proven())
                .param("failed", made.failed())
                .param("answers", json.writeValueAsString(made.answers()))
                .param("photos", made.photos().toArray(UUID[]::new))
                .param("cases", made.cases().toArray(UUID[]::new))
                .update();
    }

    /** Open stops whose time is over are missed; how many. What was seen in time and arrives later still counts. */
    int miss(Instant now) {
        return db.sql("""
                      update rounds.stop set state = 'missed'
                      where (tenant, id) in (
                          select tenant, id from rounds.stop where state = 'open' and due_at <= :now
                          order by due_at limit :rows for update skip locked)
                      """)
                .param("now", Timestamp.from(now))
                .param("rows", ROWS_PER_TURN)
                .update();
    }

    private Stop stop(ResultSet row) throws SQLException {
        UUID again = row.getObject("again", UUID.class);
        return new Stop(
                row.getObject("id", UUID.class),
                new Tenant(row.getInt("tenant")),
                row.getString("package"),
                row.getInt("version"),
                row.getString("round"),
                new Subject(
                        row.getString("register"),
                        row.getString("subject"),
                        row.getString("label"),
                        point(row),
                        row.getString("cell"),
                        unit(row, "committee"),
                        unit(row, "area")),
                unit(row, "unit"),
                new Period(
                        row.getDate("period_from").toLocalDate(),
                        row.getDate("period_to").toLocalDate()),
                row.getInt("slot"),
                row.getTimestamp("due_at").toInstant(),
                Stop.State.of(row.getString("state")),
                row.getObject("campaign", UUID.class),
                again == null
                        ? null
                        : new Stop.Again(again, row.getObject("again_by", UUID.class), row.getBoolean("again_failed")),
                row.getTimestamp("made_at") == null ? null : made(row));
    }

    private static @Nullable LonLat point(ResultSet row) throws SQLException {
        double lon = row.getDouble("lon");
        return row.wasNull() ? null : new LonLat(lon, row.getDouble("lat"));
    }

    private static Stop.@Nullable Stood stood(ResultSet row) throws SQLException {
        double lon = row.getDouble("stood_lon");
        return row.wasNull() ? null : new Stop.Stood(lon, row.getDouble("stood_lat"), row.getDouble("stood_accuracy"));
    }

    private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        String unit = row.getString(column);
        return unit == null ? null : new UnitId(unit);
    }

    private Stop.Made made(ResultSet row) throws SQLException {
        return new Stop.Made(
                row.getTimestamp("made_at").toInstant(),
                row.getObject("made_by", UUID.class),
                row.getString("made_by_name"),
                stood(row),
                row.getObject("metres", Integer.class),
                row.getBoolean("proven"),
                row.getBoolean("failed"),
                json.readValue(row.getString("answers"), ANSWERS),
                ids(row, "photos"),
                ids(row, "cases"));
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        Object[] values = (Object[]) row.getArray(column).getArray();
        Arrays.stream(values).forEach(value -> ids.add((UUID) value));
        return ids;
    }
}
