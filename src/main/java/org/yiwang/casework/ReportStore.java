package org.yiwang.casework;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.casework.model.Report;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;

/** The people behind reports: names, telephones and the private links, kept apart from the events. */
@Component
public class ReportStore {
    private static final int PHONE_SHOWN_START = 3;
    private static final int PHONE_SHOWN_END = 4;

    /** Who reported, in the words given. */
    public record Reporter(@Nullable String name, @Nullable String phone, String words) {
        public static final Reporter UNKNOWN = new Reporter(null, null, "");
    }

    /** Where a private link leads. */
    public record Link(
            Tenant tenant,
            UUID caseId,
            UUID report,
            @Nullable String name) {}

    private final JdbcClient db;

    ReportStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the reporter of a report that has just joined a case; the token opens the private link and is stored only as a hash. */
    public void add(Tenant tenant, UUID caseId, Report report, Reporter reporter, @Nullable String token) {
        db.sql("""
               insert into casework.case_report (tenant, id, case_id, channel, name, phone, words, token_hash, at,
                   within_amount, within_unit, answer_due_at)
               values (:tenant, :id, :case, :channel, :name, :phone, :words, :token, :at, :amount, :unit, :due)
               """)
                .param("tenant", tenant.code())
                .param("id", report.id())
                .param("case", caseId)
                .param("channel", report.channel().id())
                .param("name", reporter.name())
                .param("phone", reporter.phone())
                .param("words", reporter.words())
                .param("token", token == null ? null : hash(token))
                .param("at", Timestamp.from(report.at()))
                .param("amount", report.answerWithin().amount())
                .param("unit", report.answerWithin().unit().id())
                .param("due", Timestamp.from(report.answerDueAt()))
                .update();
    }

    public Map<UUID, Reporter> of(Tenant tenant, UUID caseId) {
        record Row(UUID id, Reporter reporter) {}
        return db
                .sql("select id, name, phone, words from casework.case_report where tenant = ? and case_id = ?")
                .params(tenant.code(), caseId)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        new Reporter(row.getString("name"), row.getString("phone"), row.getString("words"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::reporter));
    }

    /** The report behind a private link. */
    public Optional<Link> find(String token) {
        return db.sql("select tenant, case_id, id, name from casework.case_report where token_hash = ?")
                .param(hash(token))
                .query((row, number) -> new Link(
                        new Tenant(row.getInt("tenant")),
                        row.getObject("case_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("name")))
                .optional();
    }

    /** A telephone number with its middle hidden: 138****1234. */
    public static @Nullable String masked(@Nullable String phone) {
        if (phone == null || phone.length() <= PHONE_SHOWN_START + PHONE_SHOWN_END)
            return phone == null ? null : "****";
        return phone.substring(0, PHONE_SHOWN_START) + "****" + phone.substring(phone.length() - PHONE_SHOWN_END);
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(US_ASCII));
    }
}
