package org.yiwang.alarms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiwang.TestDatabase;
import org.yiwang.alarms.engine.Device;
import org.yiwang.alarms.engine.Entry;
import org.yiwang.alarms.engine.EntryCodec;
import org.yiwang.alarms.engine.KindRules;
import org.yiwang.alarms.engine.Output;
import org.yiwang.alarms.store.AlarmStore;
import org.yiwang.alarms.store.StateStore;
import org.yiwang.organisation.SetClock;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.tenancy.OwnRows;
import org.yiwang.sensing.AppendLog;
import org.yiwang.sensing.ReadLog;
import org.yiwang.sensing.model.Heads.Head;
import org.yiwang.sensing.model.Incoming;
import org.yiwang.sensing.model.Incoming.Source;
import org.yiwang.sensing.model.LogRecord;
import org.yiwang.sensing.model.Note;
import org.yiwang.sensing.model.Partitions;
import org.yiwang.sensing.store.LogStore;
import org.yiwang.sensing.store.RetentionStore;
import tools.jackson.databind.json.JsonMapper;

/** A log of lifts with the rules of the package, and readers of it. */
final class AlarmWorld {
    static final Tenant TENANT = new Tenant(310110018);

    final TestDatabase.Place place;
    final DataSource source;
    final JdbcClient db;
    final TransactionTemplate transactions;
    final LogStore store;
    final ReadLog log;
    final SetClock clock = new SetClock();
    final AppendLog append;
    final JsonMapper json = new JsonMapper();
    final AlarmStore alarms;

    AlarmWorld() {
        this(TestDatabase.fresh());
    }

    /** The world that another process has made. */
    AlarmWorld(TestDatabase.Place place) {
        this.place = place;
        source = OwnRows.of(place.dataSource(), TENANT);
        db = JdbcClient.create(source);
        transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        store = new LogStore(db);
        log = new ReadLog(store, new RetentionStore(db));
        append = new AppendLog(store, transactions, clock, TENANT.code());
        alarms = new AlarmStore(db, json);
    }

    void rules(KindRules... rules) {
        transactions.executeWithoutResult(status -> {
            for (KindRules one : rules) append.noteAll(new Note(EntryCodec.write(new Entry.RulesSet(one))));
        });
    }

    void device(String id, String kind) {
        Device device = new Device(id, kind, null, Device.Mode.IN_USE, new TreeMap<>());
        transactions.executeWithoutResult(
                status -> append.note(id, new Note(EntryCodec.write(new Entry.DeviceSet(id, device)))));
    }

    void say(String device, String message, String values) {
        append.append(List.of(
                new Incoming(device, device, "lift-controller", message, clock.instant(), null, values, Source.MQTT)));
    }

    void pass(long millis) {
        clock.pass(Duration.ofMillis(millis));
    }

    /** @param around what may go wrong with a transaction */
    List<ReadPartition> readers(TransactionOperations around) {
        List<ReadPartition> readers = new ArrayList<>();
        for (int i = 0; i < Partitions.COUNT; i++)
            readers.add(new ReadPartition(TENANT, i, log, new StateStore(db), this::keep, around, json));
        return readers;
    }

    void keep(List<Output> outputs) {
        for (Output output : outputs)
            if (output.what() == Output.What.RAISED) alarms.raise(TENANT, output, null);
            else alarms.change(TENANT, output);
    }

    void read(List<ReadPartition> readers) {
        for (int i = 0; i < readers.size(); i++) {
            Head head = log.heads(TENANT).get(i);
            while (head != null && readers.get(i).turn(head)) {}
        }
    }

    /** Everything that is kept of alarms, in words. */
    List<String> kept() {
        return db.sql("""
                        select a.device || ' ' || a.rule || ' ' || s.number || ' ' || s.what || ' ' || s.severity || ' ' || s.at || ' ' || s.alarm
                        from alarms.step s join alarms.alarm a on a.tenant = s.tenant and a.id = s.alarm order by 1
                        """).query(String.class).list();
    }

    /** Everything that is kept of alarms, to the last value. */
    List<String> everything() {
        return db.sql("""
                        select concat_ws(' ', a.id, a.device, a.family, a.rule, a.part, a.worst, a.raised_at, a.cleared_at, a.episode, a.number, a.asked, a.withheld,
                            s.number, s.what, s.severity, s.at, s.cause, s.values)
                        from alarms.step s join alarms.alarm a on a.tenant = s.tenant and a.id = s.alarm order by a.id, s.number
                        """).query(String.class).list();
    }

    /** As if nobody had read the log yet. */
    void forget() {
        for (String table : List.of("alarm", "step", "family", "partition_rules", "taken"))
            db.sql("delete from alarms." + table).update();
        db.sql("delete from sensing.reader").update();
    }

    List<LogRecord> all(int partition) {
        return log.from(TENANT, partition, 0, Integer.MAX_VALUE);
    }

    /** A day of twenty lifts. */
    void day(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) device("lift-" + i, "lift-controller");
        for (int i = 0; i < 240; i++) {
            String lift = "lift-" + random.nextInt(20);
            switch (random.nextInt(6)) {
                case 0 -> say(lift, "ebike_detected", "{\"confidence\":0." + (70 + random.nextInt(30)) + "}");
                case 1 -> say(lift, "ebike_left", "{}");
                case 2 -> say(lift, "fire_signal", "{\"active\":" + (random.nextInt(4) == 0) + "}");
                default -> say(lift, "heartbeat", "{\"floor\":" + random.nextInt(20) + "}");
            }
            pass(random.nextInt(20) == 0 ? 200_000 : random.nextInt(4_000));
        }
    }
}
