package org.yiwang.alarms.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.CaseAlarmStore.Link;
import org.yiwang.alarms.store.ConfirmedStore;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.TellingStore;
import org.yiwang.organisation.Staff;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.sensing.KnownDevices;
import org.yiwang.sensing.model.Device;
import org.yiwang.territory.LonLat;

/** Alarms as the screens get them. */
@Component
class AlarmViews {
    private final FindAlarms find;
    private final RulesInForce rules;
    private final CaseAlarmStore cases;
    private final ConfirmedStore visits;
    private final TellingStore tellings;
    private final KnownDevices devices;
    private final AlarmWords words;

    AlarmViews(
            FindAlarms find,
            RulesInForce rules,
            CaseAlarmStore cases,
            ConfirmedStore visits,
            TellingStore tellings,
            KnownDevices devices,
            AlarmWords words) {
        this.find = find;
        this.rules = rules;
        this.cases = cases;
        this.visits = visits;
        this.tellings = tellings;
        this.devices = devices;
        this.words = words;
    }

    /**
     * @param part of the device that it is about; empty where it is about the whole
     * @param verdict true or false, by the word of a person
     * @param lon where the device is, WGS-84, as lat
     * @param caseId the case that it became or joined
     */
    @SchemaName("AlarmLine")
    record Line(
            String id,
            String device,
            String label,
            String name,
            String part,
            String severity,
            String worst,
            Instant raisedAt,
            @Nullable Instant clearedAt,
            @Nullable String cell,
            @Nullable String committee,
            @Nullable Double lon,
            @Nullable Double lat,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String verdict,
            @JsonProperty("case") @Nullable UUID caseId,
            @Nullable String caseNumber) {}

    /** @param next where the next page begins; null at the end */
    @SchemaName("AlarmPage")
    record Page(List<Line> items, @Nullable String next, long open, long unseen, long critical) {}

    @SchemaName("AlarmStep")
    record Step(String what, String severity, Instant at, String cause) {}

    /**
     * Somebody was told.
     *
     * @param target as what: committee, centre, supervisor, leader, a party of the package such as property, or a unit
     * @param name empty where there was nobody to be told
     * @param channel inbox; none where there was nobody
     */
    @SchemaName("AlarmTelling")
    record Told(int rung, String target, String name, String unit, String channel, Instant at) {}

    @SchemaName("AlarmRemark")
    record Remark(Instant at, String by, String act, String words, List<UUID> photos) {}

    /**
     * @param cause of its beginning: condition, duration, silence, too-many, flood-over
     * @param values what the device had told last when it began
     * @param asked JSON list: what was asked of the device
     * @param withheld JSON list: what was not asked of it because something forbade it
     * @param caseHow how it came to its case: opened, joined, reopened, or refused where none could be opened
     * @param visit the item of the list of problems that asks for a visit because of it and others
     * @param caseRefusal why none could be opened, in words
     */
    @SchemaName("AlarmDetail")
    record Detail(
            Line alarm,
            String cause,
            List<AlarmWords.Told> values,
            String asked,
            String withheld,
            @Nullable String caseHow,
            @Nullable String caseRefusal,
            @Nullable UUID visit,
            List<Step> steps,
            List<Told> told,
            List<Remark> remarks) {}

    Page page(Staff staff, List<Alarm> page, @Nullable String next, Locale locale) {
        var counts = find.counts(staff);
        Map<String, Link> linked = cases
                .links(staff.tenant(), page.stream().map(Alarm::id).toList())
                .stream()
                .collect(Collectors.toMap(Link::alarm, Function.identity()));
        return new Page(
                page.stream()
                        .map(one -> line(staff, one, linked.get(one.id()), locale))
                        .toList(),
                next,
                counts.open(),
                counts.unseen(),
                counts.critical());
    }

    Detail detail(Staff staff, Alarm alarm, Locale locale) {
        String id = alarm.id();
        Link link = cases.of(staff.tenant(), id).orElse(null);
        return new Detail(
                line(staff, alarm, link, locale),
                alarm.cause(),
                words.values(staff.tenant(), alarm, locale),
                alarm.asked(),
                alarm.withheld(),
                link == null ? null : link.how(),
                link == null ? null : words.refusal(link.why(), locale),
                visits.item(staff.tenant(), id).orElse(null),
                find.steps(staff, id).stream()
                        .map(step -> new Step(step.what(), step.severity(), step.at(), step.cause()))
                        .toList(),
                tellings.of(staff.tenant(), id).stream()
                        .map(one -> new Told(one.rung(), one.target(), one.name(), one.unit(), one.channel(), one.at()))
                        .toList(),
                find.remarks(staff, id).stream()
                        .map(remark ->
                                new Remark(remark.at(), remark.by(), remark.act(), remark.words(), remark.photos()))
                        .toList());
    }

    private Line line(Staff staff, Alarm one, @Nullable Link link, Locale locale) {
        LonLat point =
                devices.find(staff.tenant(), one.device()).map(Device::point).orElse(null);
        return new Line(
                one.id(),
                one.device(),
                one.label(),
                rules.name(staff.tenant(), one.kind(), one.rule()).in(locale.getLanguage()),
                words.part(staff.tenant(), one, locale),
                one.severity(),
                one.worst(),
                one.raisedAt(),
                one.clearedAt(),
                one.cell(),
                one.committee(),
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                one.acknowledgedAt(),
                one.acknowledgedBy(),
                one.verdict(),
                link == null ? null : link.caseId(),
                link == null ? null : link.number());
    }
}
