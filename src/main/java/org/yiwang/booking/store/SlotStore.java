package org.yiwang.booking.store;

import java.sql.Date;
import java.sql.Time;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiwang.booking.model.Offering;
import org.yiwang.booking.model.Slot;
import org.yiwang.platform.Tenant;

/** Places of slots. Taking one is a single conditional update of the slot's row, so that of many who want the last place exactly one gets it. */
@Component
public class SlotStore {
    private final JdbcClient db;

    SlotStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes a place in the caller's transaction.
     *
     * @param capacity as the package in force says it; places taken under a larger one stay taken
     * @return whether there was one
     */
    public boolean take(Tenant tenant, Offering.Key offering, Slot slot, int capacity) {
        of(db.sql("""
                  insert into booking.slot (tenant, package, offering, day, begins, ends, capacity, taken)
                  values (:tenant, :package, :offering, :day, :begins, :ends, :capacity, 0)
                  on conflict do nothing
                  """), tenant, offering, slot).param("capacity", capacity).update();
        return of(db.sql("""
                          update booking.slot set taken = taken + 1, capacity = :capacity
                          where tenant = :tenant and package = :package and offering = :offering and day = :day and begins = :begins and ends = :ends
                              and taken < :capacity
                          """), tenant, offering, slot)
                        .param("capacity", capacity)
                        .update()
                == 1;
    }

    /** Gives a place back in the caller's transaction. */
    public void give(Tenant tenant, Offering.Key offering, Slot slot) {
        of(db.sql("""
                  update booking.slot set taken = taken - 1
                  where tenant = :tenant and package = :package and offering = :offering and day = :day and begins = :begins and ends = :ends
                  """), tenant, offering, slot).update();
    }

    /** How many places of the slots between two days are taken; slots without any are left out. */
    public Map<Slot, Integer> taken(Tenant tenant, Offering.Key offering, LocalDate from, LocalDate to) {
        Map<Slot, Integer> taken = new HashMap<>();
        db.sql("""
               select day, begins, ends, taken from booking.slot
               where tenant = :tenant and package = :package and offering = :offering and day between :from and :to
               """)
                .param("tenant", tenant.code())
                .param("package", offering.pack())
                .param("offering", offering.name())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query(row -> {
                    taken.put(
                            new Slot(
                                    row.getDate("day").toLocalDate(),
                                    row.getTime("begins").toLocalTime(),
                                    row.getTime("ends").toLocalTime()),
                            row.getInt("taken"));
                });
        return taken;
    }

    private static JdbcClient.StatementSpec of(
            JdbcClient.StatementSpec sql, Tenant tenant, Offering.Key offering, Slot slot) {
        return sql.param("tenant", tenant.code())
                .param("package", offering.pack())
                .param("offering", offering.name())
                .param("day", Date.valueOf(slot.day()))
                .param("begins", Time.valueOf(slot.begins()))
                .param("ends", Time.valueOf(slot.ends()));
    }
}
