package org.yiwang.indicators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiwang.TestDatabase;
import org.yiwang.indicators.model.Indicator;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.PackageFiles;

/** A database with a few hand-made records, and indicators tried on it. */
final class FigureWorld {
    static final Tenant DAQIAO = new Tenant(310110018);
    static final Tenant PINGLIANG = new Tenant(310110019);
    static final Instant NOW = Instant.parse("2021-12-31T02:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Reader ALL = Reader.ofAll(DAQIAO, List.of("shop"));

    private final TestDatabase.Place place = TestDatabase.fresh();
    final DataSource owner = place.dataSource();
    final DataSource bound = OwnRows.of(owner, DAQIAO);
    final JdbcClient db = JdbcClient.create(owner);
    final FigureStore store = new FigureStore(bound);

    static Reader partly(Set<String> committees, String unit) {
        Set<UnitId> own = new java.util.HashSet<>();
        committees.forEach(one -> own.add(new UnitId(one)));
        return new Reader(DAQIAO, false, Set.of(), own, new UnitId(unit), List.of("shop"), List.of());
    }

    /** @param lead whose desk it is on */
    UUID report(Tenant tenant, String committee, String lead, String reportedAt, String notes) {
        UUID id = UUID.randomUUID();
        db.sql("""
               insert into casework.cases (tenant, id, number, channel, category, lon, lat, reported_at, cell, committee, area, urgency, address, title,
                   description, lead, desk, assistants, reporters, notes, suspended, supervision, open, clock_paused, stage, last_action, last_actor, seq,
                   updated_at, head)
               values (:tenant, :id, :id::text, 'hotline', 'E0501', 0, 0, :at::timestamptz, '', :committee, 'area-1', 'normal', '某路 1 号', '某事', '张三家门口',
                   :lead, array[:lead], '[]', 1, :notes::jsonb, false, 0, true, false, 'handling', '', '', 1, now(), '')
               """)
                .param("tenant", tenant.code())
                .param("id", id)
                .param("at", reportedAt)
                .param("committee", committee)
                .param("lead", lead)
                .param("notes", notes)
                .update();
        return id;
    }

    void step(UUID id, int seq, String at, String action, String effects) {
        db.sql("""
               insert into casework.case_event (tenant, case_id, seq, at, actor_kind, actor_id, actor_name, action, to_stage, effects, hash)
               values (:tenant, :id, :seq, :at::timestamptz, 'staff', '', '', :action, '', :effects::json, '')
               """)
                .param("tenant", DAQIAO.code())
                .param("id", id)
                .param("seq", seq)
                .param("at", at)
                .param("action", action)
                .param("effects", effects)
                .update();
    }

    void clocks(UUID id, String clocks) {
        db.sql("insert into casework.case_clocks (tenant, case_id, clocks) values (:tenant, :id, :clocks::json)")
                .param("tenant", DAQIAO.code())
                .param("id", id)
                .param("clocks", clocks)
                .update();
    }

    /** The first column of what the database answers to this reader. */
    List<String> told(Reader reader, String sql) throws java.sql.SQLException {
        return store.ask(reader, session -> session.list(sql, row -> row.getString(1)));
    }

    /** A package with these files in {@code indicators/}. */
    static PackageFiles pack(Map<String, String> indicators) {
        Map<String, byte[]> content = new TreeMap<>();
        content.put("pack.yaml", """
                id: tried
                version: "1"
                name: 试用
                summary: 试用
                owner: centre
                units: [centre]
                """.getBytes(UTF_8));
        indicators.forEach((name, text) -> content.put("indicators/" + name + ".sql", text.getBytes(UTF_8)));
        return PackageFiles.of(content, List.of(), new Faults());
    }

    /** A count with these two selects; lines 7 and 9 of the file. */
    static String count(String figure, String records) {
        return """
                -- name: 某数
                -- unit: 件
                -- formula: 某数
                -- kind: count
                -- better: up
                -- by: [committee]
                %s
                -- drill-down
                %s
                """.formatted(figure, records);
    }

    static Indicator read(String text) {
        Faults faults = new Faults();
        Indicator indicator =
                ReadIndicator.all(pack(Map.of("one", text)), faults).get("one");
        if (indicator == null || !faults.isSound())
            throw new IllegalArgumentException(faults.all().toString());
        return indicator;
    }

    /** What trying these files finds, as line and code. */
    List<String> tried(String text) {
        Faults faults = new Faults();
        IndicatorSection.tryOut(store, DAQIAO, pack(Map.of("one", text)), faults, CLOCK);
        return new ArrayList<>(faults.faults().stream()
                .map(fault -> fault.spot() + " " + fault.code())
                .toList());
    }
}
