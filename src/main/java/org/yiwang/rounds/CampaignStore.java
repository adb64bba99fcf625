package org.yiwang.rounds;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.rounds.model.Campaign;
import org.yiwang.rounds.model.Campaign.Deed;
import org.yiwang.rounds.model.Campaign.Ended;
import org.yiwang.rounds.model.Chosen;
import org.yiwang.rounds.model.Period;
import tools.jackson.databind.json.JsonMapper;

/** The campaigns. */
@Component
class CampaignStore {
    private static final int CAMPAIGNS_MAX = 200;

    private final JdbcClient db;
    private final JsonMapper json;

    CampaignStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(Campaign campaign) {
        db.sql("""
               insert into rounds.campaign (tenant, id, package, version, round, name, unit, period_from, period_to, chosen, started_at, started_by,
                   started_by_name)
               values (:tenant, :id, :package, :version, :round, :name, :unit, :from, :to, :chosen::jsonb, :at, :by, :byName)
               """)
                .param("tenant", campaign.tenant().code())
                .param("id", campaign.id())
                .param("package", campaign.packageId())
                .param("version", campaign.version())
                .param("round", campaign.round())
                .param("name", campaign.name())
                .param("unit", campaign.unit() == null ? null : campaign.unit().value())
                .param("from", Date.valueOf(campaign.period().from()))
                .param("to", Date.valueOf(campaign.period().to()))
                .param("chosen", json.writeValueAsString(campaign.chosen()))
                .param("at", Timestamp.from(campaign.started().at()))
                .param("by", campaign.started().by())
                .param("byName", campaign.started().byName())
                .update();
    }

    /** The latest first, {@value #CAMPAIGNS_MAX} of them at most. */
    List<Campaign> all(Tenant tenant) {
        return db.sql("select * from rounds.campaign where tenant = :tenant order by started_at desc, id limit "
                        + CAMPAIGNS_MAX)
                .param("tenant", tenant.code())
                .query((row, n) -> campaign(row))
                .list();
    }

    /** The latest first, from behind this one. */
    List<Campaign> page(Tenant tenant, @Nullable UUID after, int limit) {
        return db.sql("""
                      select c.* from rounds.campaign c
                      where c.tenant = :tenant and (:after::uuid is null or (c.started_at, c.id) < (
                          select a.started_at, a.id from rounds.campaign a where a.tenant = :tenant and a.id = :after::uuid))
                      order by c.started_at desc, c.id desc limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> campaign(row))
                .list();
    }

    Optional<Campaign> find(Tenant tenant, UUID id) {
        return db.sql("select * from rounds.campaign where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> campaign(row))
                .optional();
    }

    /** False when it had been ended before. */
    boolean end(Campaign campaign, Ended ended) {
        return db.sql("""
                      update rounds.campaign set ended_at = :at, ended_by = :by, ended_by_name = :byName, end_reason = :reason
                      where tenant = :tenant and id = :id and ended_at is null
                      """)
                        .param("at", Timestamp.from(ended.deed().at()))
                        .param("by", ended.deed().by())
                        .param("byName", ended.deed().byName())
                        .param("reason", ended.reason())
                        .param("tenant", campaign.tenant().code())
                        .param("id", campaign.id())
                        .update()
                == 1;
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new Campaign(
                row.getObject("id", UUID.class),
                new Tenant(row.getInt("tenant")),
                row.getString("package"),
                row.getInt("version"),
                row.getString("round"),
                row.getString("name"),
                unit == null ? null : new UnitId(unit),
                new Period(
                        row.getDate("period_from").toLocalDate(),
                        row.getDate("period_to").toLocalDate()),
                json.readValue(row.getString("chosen"), Chosen.class),
                deed(row, "started"),
                row.getTimestamp("ended_at") == null
                        ? null
                        : new Ended(deed(row, "ended"), row.getString("end_reason")));
    }

    private static Deed deed(ResultSet row, String what) throws SQLException {
        return new Deed(
                row.getTimestamp(what + "_at").toInstant(),
                row.getObject(what + "_by", UUID.class),
                row.getString(what + "_by_name"));
    }
}
