package org.yiwang.demonstration;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;

/** Which days of which year have been played. Its tables come into being with a demonstration, so that an office's own database never has them. */
@Component
class DemonstrationStore {
    private static final List<String> TABLES = List.of(
            "create schema if not exists demonstration",
            """
            create table if not exists demonstration.year (
                tenant integer primary key, file_hash text not null, finished boolean not null default false)
            """,
            "create table if not exists demonstration.played_day (tenant integer, day date, primary key (tenant, day))",
            """
            create table if not exists demonstration.drawing (
                tenant integer, name text, attachment uuid not null, primary key (tenant, name))
            """,
            """
            create table if not exists demonstration.link (
                tenant integer, number text, path text not null, primary key (tenant, number))
            """,
            "call platform.guard_rows()");

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DemonstrationStore(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    void prepare() {
        asOwner(TABLES);
    }

    /** Runs statements that are not the application's to run. */
    private void asOwner(List<String> statements) {
        transaction.executeWithoutResult(status -> {
            db.sql(OwnRows.SEE_ALL).update();
            statements.forEach(sql -> db.sql(sql).update());
        });
    }

    /** Hash of the file that this database is being filled from. */
    Optional<String> fileHash(Tenant tenant) {
        return db.sql("select file_hash from demonstration.year where tenant = ?")
                .param(tenant.code())
                .query(String.class)
                .optional();
    }

    void begin(Tenant tenant, String fileHash) {
        db.sql("insert into demonstration.year (tenant, file_hash) values (?, ?)")
                .params(tenant.code(), fileHash)
                .update();
    }

    boolean isFinished(Tenant tenant) {
        return db.sql("select finished from demonstration.year where tenant = ?")
                .param(tenant.code())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void finish(Tenant tenant) {
        db.sql("update demonstration.year set finished = true where tenant = ?")
                .param(tenant.code())
                .update();
        asOwner(List.of("analyze"));
    }

    Set<LocalDate> playedDays(Tenant tenant) {
        return db
                .sql("select day from demonstration.played_day where tenant = ?")
                .param(tenant.code())
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** In the transaction that holds the day's cases. */
    void played(Tenant tenant, LocalDate day) {
        db.sql("insert into demonstration.played_day (tenant, day) values (?, ?)")
                .params(tenant.code(), Date.valueOf(day))
                .update();
    }

    Map<String, UUID> drawings(Tenant tenant) {
        Map<String, UUID> drawings = new HashMap<>();
        db.sql("select name, attachment from demonstration.drawing where tenant = ?")
                .param(tenant.code())
                .query(row -> {
                    drawings.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return drawings;
    }

    void keep(Tenant tenant, String drawing, UUID attachment) {
        db.sql("insert into demonstration.drawing (tenant, name, attachment) values (?, ?, ?)")
                .params(tenant.code(), drawing, attachment)
                .update();
    }

    /** A resident's private page that may be shown to those who try the demonstration. */
    record Link(String number, String path) {}

    void keep(Tenant tenant, Link link) {
        db.sql("insert into demonstration.link (tenant, number, path) values (?, ?, ?)")
                .params(tenant.code(), link.number(), link.path())
                .update();
    }

    List<Link> links(Tenant tenant) {
        return db.sql("select number, path from demonstration.link where tenant = ? order by number desc")
                .param(tenant.code())
                .query((row, number) -> new Link(row.getString(1), row.getString(2)))
                .list();
    }
}
