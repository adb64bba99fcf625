package org.yiwang.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
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
import org.yiwang.platform.personal.PersonalData;

/** The people behind reports: names and telephones, sealed, and the private links; kept apart from the events. */
@Component
public class ReportStore {
    private static final int SAME_CALLER_MAX = 50;

    /**
     * Who reported, in the words given. A name or a number of blanks is none.
     *
     * @param link to a picture elsewhere that came with the report; it is shown as a link and never opened by us, since it could lead into our own network
     */
    public record Reporter(
            @Nullable String name,
            @Nullable String phone,
            String words,
            @Nullable String link) {
        public static final Reporter UNKNOWN = new Reporter(null, null, "");

        public Reporter {
            name = name == null || name.isBlank() ? null : name.strip();
            phone = phone == null || phone.isBlank() ? null : phone.strip();
        }

        public Reporter(@Nullable String name, @Nullable String phone, String words) {
            this(name, phone, words, null);
        }
    }

    /** Where a private link leads. */
    public record Link(Tenant tenant, UUID caseId, UUID report) {}

    private final JdbcClient db;
    private final PersonalData personal;

    ReportStore(JdbcClient db, PersonalData personal) {
        this.db = db;
        this.personal = personal;
    }

    /** Keeps the reporter of a report that has just joined a case; the token opens the private link and is stored only as a hash. */
    public void add(Tenant tenant, UUID caseId, Report report, Reporter reporter, @Nullable String token) {
        db.sql("""
               insert into casework.case_report (tenant, id, case_id, channel, name, phone, phone_index, words, link, token_hash, at,
                   within_amount, within_unit, answer_due_at)
               values (:tenant, :id, :case, :channel, :name, :phone, :index, :words, :link, :token, :at, :amount, :unit, :due)
               """)
                .param("tenant", tenant.code())
                .param("id", report.id())
                .param("case", caseId)
                .param("channel", report.channel().id())
                .param("name", personal.seal(reporter.name(), place(report.id(), "name")))
                .param("phone", personal.seal(reporter.phone(), place(report.id(), "phone")))
                .param("index", personal.index(Telephone.digits(reporter.phone())))
                .param("words", reporter.words())
                .param("link", reporter.link())
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
                .sql("select id, name, phone, words, link from casework.case_report where tenant = ? and case_id = ?")
                .params(tenant.code(), caseId)
                .query((row, number) -> new Row(row.getObject("id", UUID.class), reporter(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, Row::reporter));
    }

    private Reporter reporter(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Reporter(
                personal.open(row.getString("name"), place(id, "name")),
                personal.open(row.getString("phone"), place(id, "phone")),
                row.getString("words"),
                row.getString("link"));
    }

    /** The latest cases that somebody with this number has a part in, however the number is written; at most {@value #SAME_CALLER_MAX}. */
    public List<UUID> casesOf(Tenant tenant, String phone) {
        String digits = Telephone.digits(phone);
        if (digits == null) return List.of();
        return db.sql("""
               select case_id from casework.case_report where tenant = :tenant and phone_index = any(:indexes)
               group by case_id order by max(at) desc limit :limit
               """)
                .param("tenant", tenant.code())
                .param("indexes", personal.indexes(digits).toArray(byte[][]::new))
                .param("limit", SAME_CALLER_MAX)
                .query((row, n) -> row.getObject("case_id", UUID.class))
                .list();
    }

    /** The latest cases in which somebody has a part who has one in this case too, itself left out; at most {@value #SAME_CALLER_MAX}. */
    public List<UUID> casesOfSameCaller(Tenant tenant, UUID caseId) {
        return db.sql("""
               select other.case_id from casework.case_report own
               join casework.case_report other on other.tenant = own.tenant and other.phone_index = own.phone_index
               where own.tenant = :tenant and own.case_id = :case and other.case_id <> :case and own.phone_index is not null
               group by other.case_id order by max(other.at) desc limit :limit
               """)
                .param("tenant", tenant.code())
                .param("case", caseId)
                .param("limit", SAME_CALLER_MAX)
                .query((row, n) -> row.getObject("case_id", UUID.class))
                .list();
    }

    /** The report behind a private link. */
    public Optional<Link> find(String token) {
        return db.sql("select tenant, case_id, id from casework.case_report where token_hash = ?")
                .param(hash(token))
                .query((row, number) -> new Link(
                        new Tenant(row.getInt("tenant")),
                        row.getObject("case_id", UUID.class),
                        row.getObject("id", UUID.class)))
                .optional();
    }

    /**
     * Seals some reporters anew that are not sealed with the key in use; belongs in a transaction.
     *
     * @return how many; 0 when none is left
     */
    int reseal(int atMost) {
        record Row(int tenant, UUID id, Reporter reporter) {}
        List<Row> rows = db.sql("""
               select tenant, id, name, phone, words, link from casework.case_report
               where not starts_with(name, :mark) or not starts_with(phone, :mark)
               limit :limit for update skip locked
               """)
                .param("mark", personal.mark())
                .param("limit", atMost)
                .query((row, n) -> new Row(row.getInt("tenant"), row.getObject("id", UUID.class), reporter(row)))
                .list();
        for (Row row : rows) {
            db.sql("""
                   update casework.case_report set name = :name, phone = :phone, phone_index = :index
                   where tenant = :tenant and id = :id
                   """)
                    .param("name", personal.seal(row.reporter.name(), place(row.id, "name")))
                    .param("phone", personal.seal(row.reporter.phone(), place(row.id, "phone")))
                    .param("index", personal.index(Telephone.digits(row.reporter.phone())))
                    .param("tenant", row.tenant)
                    .param("id", row.id)
                    .update();
        }
        return rows.size();
    }

    private static String place(UUID report, String column) {
        return "report/" + report + "/" + column;
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(UTF_8));
    }
}
