package org.yiwang.booking.store;

import static org.yiwang.booking.store.BookingStore.instant;
import static org.yiwang.booking.store.BookingStore.moment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.CollectionRule.Vehicle;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Trip;
import org.yiwang.booking.model.TripEvent;
import org.yiwang.booking.model.TripState;
import org.yiwang.booking.model.TripStep;
import org.yiwang.booking.model.Weighing;
import org.yiwang.organisation.Sight;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;

/** The rows of collection trips and of the steps taken with them. */
@Component
public class TripStore {
    private static final int ROWS_MAX = 200;

    private final JdbcClient db;
    private final BookingJson json;

    TripStore(JdbcClient db, BookingJson json) {
        this.db = db;
        this.json = json;
    }

    public void add(Tenant tenant, Trip trip, TripEvent event) {
        db.sql("""
               insert into booking.trip (tenant, id, number, package, version, offering, unit, day, plate, litres, kilograms, crew, crew_name, state, revision,
                   metres, made_at, updated_at)
               values (:tenant, :id, :number, :package, :version, :offering, :unit, :day, :plate, :litres, :kilograms, :crew, :name, :state, :revision,
                   :metres, :made, :made)
               """)
                .param("tenant", tenant.code())
                .param("id", trip.id())
                .param("number", trip.number())
                .param("package", trip.offering().pack())
                .param("version", trip.version())
                .param("offering", trip.offering().name())
                .param("unit", trip.unit().value())
                .param("day", Date.valueOf(trip.day()))
                .param("plate", trip.vehicle().plate())
                .param("litres", trip.vehicle().litres())
                .param("kilograms", trip.vehicle().kilograms())
                .param("crew", trip.crew())
                .param("name", trip.crewName())
                .param("state", trip.state().id())
                .param("revision", trip.revision())
                .param("metres", trip.metres())
                .param("made", Timestamp.from(trip.madeAt()))
                .update();
        event(tenant, trip.id(), event);
    }

    /** Keeps a trip as it stands after a step. A second step of the same revision is refused by the event's key. */
    public void keep(Tenant tenant, Trip after, TripEvent event) {
        Weighing weighing = after.weighing();
        event(tenant, after.id(), event);
        db.sql("""
               update booking.trip set state = :state, revision = :revision, metres = :metres, station = :station, ticket = :ticket, gross = :gross,
                   tare = :tare, site = :site, explanation = :explanation, updated_at = :updated, closed_at = :closed
               where tenant = :tenant and id = :id
               """)
                .param("tenant", tenant.code())
                .param("id", after.id())
                .param("state", after.state().id())
                .param("revision", after.revision())
                .param("metres", after.metres())
                .param("station", weighing == null ? null : weighing.station())
                .param("ticket", weighing == null ? null : weighing.ticket())
                .param("gross", weighing == null ? null : weighing.gross())
                .param("tare", weighing == null ? null : weighing.tare())
                .param("site", weighing == null ? null : weighing.site())
                .param("explanation", after.explanation())
                .param("updated", Timestamp.from(after.updatedAt()))
                .param("closed", moment(after.closedAt()))
                .update();
    }

    private void event(Tenant tenant, UUID trip, TripEvent event) {
        db.sql("""
               insert into booking.trip_event (tenant, trip, revision, at, step, by, by_name, note, stops, metres, weighing)
               values (:tenant, :trip, :revision, :at, :step, :by, :name, :note, :stops, :metres, :weighing::jsonb)
               """)
                .param("tenant", tenant.code())
                .param("trip", trip)
                .param("revision", event.revision())
                .param("at", Timestamp.from(event.at()))
                .param("step", event.step().id())
                .param("by", event.by())
                .param("name", event.byName())
                .param("note", event.note())
                .param("stops", event.order().toArray(UUID[]::new))
                .param("metres", event.metres())
                .param("weighing", json.write(event.weighing()))
                .update();
    }

    public Optional<Trip> find(Tenant tenant, UUID id) {
        return db.sql("select * from booking.trip where tenant = :tenant and id = :id")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> trip(row))
                .optional();
    }

    /** The same, kept still until the transaction ends. */
    public Optional<Trip> lock(Tenant tenant, UUID id) {
        return db.sql("select * from booking.trip where tenant = :tenant and id = :id for update")
                .param("tenant", tenant.code())
                .param("id", id)
                .query((row, n) -> trip(row))
                .optional();
    }

    /** Those of a day that the person may see; without a day those that are not over, the latest {@value #ROWS_MAX}. */
    public List<Trip> list(Tenant tenant, Sight sight, @Nullable LocalDate day) {
        return db.sql("""
                      select * from booking.trip
                      where tenant = :tenant and (:everything or unit = :unit)
                          and (cast(:day as date) is null and closed_at is null or day = :day)
                      order by day desc, number desc limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("everything", sight.everything())
                .param("unit", sight.unit().value())
                .param("day", day == null ? null : Date.valueOf(day))
                .param("limit", ROWS_MAX)
                .query((row, n) -> trip(row))
                .list();
    }

    /** Those that a crew still has to work or to have weighed, the earliest first. */
    public List<Trip> ofCrew(Tenant tenant, UUID crew) {
        return db.sql("""
                      select * from booking.trip
                      where tenant = :tenant and crew = :crew and state in ('given', 'weighed')
                      order by day, number limit :limit
                      """)
                .param("tenant", tenant.code())
                .param("crew", crew)
                .param("limit", ROWS_MAX)
                .query((row, n) -> trip(row))
                .list();
    }

    /** Another load that was weighed with this slip. */
    public Optional<String> withTicket(Tenant tenant, UUID other, Weighing weighing) {
        return db.sql("""
                      select number from booking.trip
                      where tenant = :tenant and station = :station and ticket = :ticket and id <> :other and state <> 'dropped'
                      """)
                .param("tenant", tenant.code())
                .param("station", weighing.station())
                .param("ticket", weighing.ticket())
                .param("other", other)
                .query(String.class)
                .optional();
    }

    /** All that happened to it, in order. */
    public List<TripEvent> events(Tenant tenant, UUID trip) {
        return db.sql("select * from booking.trip_event where tenant = :tenant and trip = :trip order by revision")
                .param("tenant", tenant.code())
                .param("trip", trip)
                .query((row, n) -> event(row))
                .list();
    }

    private TripEvent event(ResultSet row) throws SQLException {
        return new TripEvent(
                row.getInt("revision"),
                row.getTimestamp("at").toInstant(),
                TripStep.of(row.getString("step")),
                row.getObject("by", UUID.class),
                row.getString("by_name"),
                row.getString("note"),
                Arrays.asList((UUID[]) row.getArray("stops").getArray()),
                row.getInt("metres"),
                json.weighing(row.getString("weighing")));
    }

    private static Trip trip(ResultSet row) throws SQLException {
        String station = row.getString("station");
        String ticket = row.getString("ticket");
        return new Trip(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new Offering.Key(row.getString("package"), row.getString("offering")),
                row.getInt("version"),
                new UnitId(row.getString("unit")),
                row.getDate("day").toLocalDate(),
                new Vehicle(row.getString("plate"), row.getInt("litres"), row.getInt("kilograms")),
                row.getObject("crew", UUID.class),
                row.getString("crew_name"),
                TripState.of(row.getString("state")),
                row.getInt("revision"),
                row.getInt("metres"),
                station == null || ticket == null
                        ? null
                        : new Weighing(station, ticket, row.getInt("gross"), row.getInt("tare"), row.getString("site")),
                row.getString("explanation"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "closed_at"));
    }
}
