package org.yiwang.booking.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Offering;
import org.yiwang.casework.Telephone;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.personal.PersonalData;

/** Names and telephones of those who booked, sealed (SM4-GCM); a blind index finds the same number again. */
@Component
public class ContactStore {
    private final JdbcClient db;
    private final PersonalData personal;

    ContactStore(JdbcClient db, PersonalData personal) {
        this.db = db;
        this.personal = personal;
    }

    public void keep(Tenant tenant, UUID booking, Contact contact) {
        db.sql("""
               update booking.booking set name = :name, phone = :phone, phone_index = :index where tenant = :tenant and id = :id
               """)
                .param("tenant", tenant.code())
                .param("id", booking)
                .param("name", personal.seal(contact.name(), place(booking, "name")))
                .param("phone", personal.seal(contact.phone(), place(booking, "phone")))
                .param("index", personal.index(Telephone.digits(contact.phone())))
                .update();
    }

    public Contact of(Tenant tenant, UUID booking) {
        return db.sql("select id, name, phone from booking.booking where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", booking)
                .query((row, n) -> contact(row))
                .single();
    }

    /**
     * How many open bookings of an offering this number has. Whoever asks holds the number until the transaction ends, so that two requests at once cannot both
     * count before either adds.
     */
    public int open(Tenant tenant, Offering.Key offering, String phone) {
        String digits = Telephone.digits(phone);
        byte[] index = digits == null ? null : personal.index(digits);
        if (digits == null || index == null) return 0;
        db.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ByteBuffer.wrap(index).getLong())
                .query((row, n) -> 0)
                .list();
        return db.sql("""
                      select count(*) from booking.booking
                      where tenant = :tenant and package = :package and offering = :offering and state in ('booked', 'planned')
                          and phone_index = any(:indexes)
                      """)
                .param("tenant", tenant.code())
                .param("package", offering.pack())
                .param("offering", offering.name())
                .param("indexes", personal.indexes(digits).toArray(byte[][]::new))
                .query(Integer.class)
                .single();
    }

    /**
     * Seals some contacts anew that are not sealed with the key in use; belongs in a transaction.
     *
     * @return how many; 0 when none is left
     */
    public int reseal(int atMost) {
        record Row(Tenant tenant, UUID id, Contact contact) {}
        List<Row> rows = db.sql("""
               select tenant, id, name, phone from booking.booking
               where not starts_with(name, :mark) or not starts_with(phone, :mark)
               limit :limit for update skip locked
               """)
                .param("mark", personal.mark())
                .param("limit", atMost)
                .query((row, n) ->
                        new Row(new Tenant(row.getInt("tenant")), row.getObject("id", UUID.class), contact(row)))
                .list();
        rows.forEach(row -> keep(row.tenant, row.id, row.contact));
        return rows.size();
    }

    private Contact contact(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Contact(
                personal.open(row.getString("name"), place(id, "name")),
                personal.open(row.getString("phone"), place(id, "phone")));
    }

    private static String place(UUID booking, String column) {
        return "booking/" + booking + "/" + column;
    }
}
