package org.yiwang.booking.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Booking;
import org.yiwang.booking.model.BookingEvent;
import org.yiwang.booking.model.Outcome;
import org.yiwang.booking.model.Pickup;
import org.yiwang.booking.model.Slot;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.Tenant;

/** The rows of bookings and of the steps taken with them. */
@Component
public class BookingStore {
    /** Where a private link leads. */
    public record Link(Tenant tenant, UUID booking) {}

    private final JdbcClient db;
    private final BookingJson json;
    private final BookingRows rows;

    BookingStore(JdbcClient db, BookingJson json, BookingRows rows) {
        this.db = db;
        this.json = json;
        this.rows = rows;
    }

    /** Adds a booking with its first event; {@link ContactStore} then keeps whose it is. */
    public void add(Tenant tenant, Booking booking, BookingEvent event, @Nullable String token) {
        Pickup pickup = booking.pickup();
        db.sql("""
               insert into booking.booking (tenant, id, number, package, version, offering, unit, day, begins, ends, until, state, revision, by_unit,
                   token_hash, note, photos, booked_at, updated_at)
               values (:tenant, :id, :number, :package, :version, :offering, :unit, :day, :begins, :ends, :until, :state, :revision, :by,
                   :token, :note, :photos, :at, :at)
               """)
                .param("tenant", tenant.code())
                .param("id", booking.id())
                .param("number", booking.number())
                .param("package", booking.offering().pack())
                .param("version", booking.version())
                .param("offering", booking.offering().name())
                .param("unit", booking.unit().value())
                .param("day", Date.valueOf(booking.slot().day()))
                .param("begins", Time.valueOf(booking.slot().begins()))
                .param("ends", Time.valueOf(booking.slot().ends()))
                .param("until", Timestamp.from(booking.slot().until()))
                .param("state", booking.state().id())
                .param("revision", booking.revision())
                .param("by", booking.byUnit() == null ? null : booking.byUnit().value())
                .param("token", token == null ? null : hash(token))
                .param("note", booking.note())
                .param("photos", booking.photos().toArray(UUID[]::new))
                .param("at", Timestamp.from(booking.bookedAt()))
                .update();
        db.sql("""
               insert into booking.pickup (tenant, booking, lon, lat, address, cell, committee, area, goods, litres, kilograms, turn, collected)
               values (:tenant, :id, :lon, :lat, :address, :cell, :committee, :area, :goods::jsonb, :litres, :kilograms, 0, 0)
               """)
                .param("tenant", tenant.code())
                .param("id", booking.id())
                .param("lon", pickup.place().lon())
                .param("lat", pickup.place().lat())
                .param("address", pickup.place().address())
                .param("cell", pickup.place().cell())
                .param("committee", pickup.place().committee().value())
                .param("area", pickup.place().area().value())
                .param("goods", json.write(pickup.goods()))
                .param("litres", pickup.litres())
                .param("kilograms", pickup.kilograms())
                .update();
        event(tenant, booking.id(), event);
    }

    /** Keeps a booking as it stands after a step. A second step of the same revision is refused by the event's key. */
    public void keep(Tenant tenant, Booking after, BookingEvent event) {
        Pickup pickup = after.pickup();
        Outcome outcome = pickup.outcome();
        event(tenant, after.id(), event);
        db.sql("""
               update booking.booking set day = :day, begins = :begins, ends = :ends, until = :until, state = :state, revision = :revision,
                   updated_at = :updated, settled_at = :settled
               where tenant = :tenant and id = :id
               """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("day", Date.valueOf(after.slot().day()))
                .param("begins", Time.valueOf(after.slot().begins()))
                .param("ends", Time.valueOf(after.slot().ends()))
                .param("until", Timestamp.from(after.slot().until()))
                .param("state", after.state().id())
                .param("revision", after.revision())
                .param("updated", Timestamp.from(after.updatedAt()))
                .param("settled", moment(after.settledAt()))
                .update();
        db.sql("""
               update booking.pickup set trip = :trip, turn = :turn, outcome = :outcome::jsonb, collected = :collected, disputed_at = :disputed,
                   case_id = :case
               where tenant = :tenant and booking = :id
               """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("trip", pickup.trip())
                .param("turn", pickup.turn())
                .param("outcome", json.write(outcome))
                .param("collected", outcome == null ? 0 : outcome.total())
                .param("disputed", moment(pickup.disputedAt()))
                .param("case", pickup.caseId())
                .update();
    }

    private void event(Tenant tenant, UUID booking, BookingEvent event) {
        Slot slot = event.slot();
        db.sql("""
               insert into booking.event (tenant, booking, revision, at, step, by, by_name, unit, note, day, begins, ends, trip, turn, outcome, opened)
               values (:tenant, :booking, :revision, :at, :step, :by, :name, :unit, :note, :day, :begins, :ends, :trip, :turn, :outcome::jsonb, :opened)
               """)
                .param("tenant", tenant.code())
                .param("booking", booking)
                .param("revision", event.revision())
                .param("at", Timestamp.from(event.at()))
                .param("step", event.step().id())
                .param("by", event.by())
                .param("name", event.byName())
                .param("unit", event.unit() == null ? null : event.unit().value())
                .param("note", event.note())
                .param("day", slot == null ? null : Date.valueOf(slot.day()))
                .param("begins", slot == null ? null : Time.valueOf(slot.begins()))
                .param("ends", slot == null ? null : Time.valueOf(slot.ends()))
                .param("trip", event.trip())
                .param("turn", event.turn())
                .param("outcome", json.write(event.outcome()))
                .param("opened", event.opened())
                .update();
    }

    /** Puts the stops of a trip that is not given yet into another order: nothing happens to a booking by that. */
    public void arrange(Tenant tenant, UUID trip, List<UUID> order) {
        db.sql("""
               update booking.pickup p set turn = o.turn
               from unnest(:order::uuid[]) with ordinality as o(booking, turn)
               where p.tenant = :tenant and p.trip = :trip and p.booking = o.booking
               """)
                .param("tenant", tenant.code())
                .param("trip", trip)
                .param("order", order.toArray(UUID[]::new))
                .update();
    }

    public Optional<Booking> find(Tenant tenant, UUID id) {
        return db.sql(BookingRows.SELECT + " where b.tenant = :tenant and b.id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> rows.booking(row))
                .optional();
    }

    /** The same, kept still until the transaction ends. */
    public Optional<Booking> lock(Tenant tenant, UUID id) {
        return db.sql(BookingRows.SELECT + " where b.tenant = :tenant and b.id = :id for update of b")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> rows.booking(row))
                .optional();
    }

    /** Those of these ids, kept still likewise, always in the same order so that two who lock several never wait for each other. */
    public List<Booking> lock(Tenant tenant, List<UUID> ids) {
        return db.sql(BookingRows.SELECT
                        + " where b.tenant = :tenant and b.id = any(:ids) order by b.id for update of b")
                .param("tenant", tenant.code())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> rows.booking(row))
                .list();
    }

    /** The bookings on a trip in its order, cancelled ones among them. */
    public List<Booking> of(Tenant tenant, UUID trip) {
        return db.sql(BookingRows.SELECT + " where b.tenant = :tenant and p.trip = :trip order by p.turn, b.id")
                .param("tenant", tenant.code())
                .param("trip", trip)
                .query((row, n) -> rows.booking(row))
                .list();
    }

    /** All that happened to it, in order. */
    public List<BookingEvent> events(Tenant tenant, UUID booking) {
        return db.sql("select * from booking.event where tenant = :tenant and booking = :booking order by revision")
                .param("tenant", tenant.code())
                .param("booking", booking)
                .query((row, n) -> rows.event(row))
                .list();
    }

    /** The booking behind a private link. */
    public Optional<Link> find(String token) {
        return db.sql("select tenant, id from booking.booking where token_hash = ?")
                .param(hash(token))
                .query((row, n) -> new Link(new Tenant(row.getInt("tenant")), row.getObject("id", UUID.class)))
                .optional();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(UTF_8));
    }
}
