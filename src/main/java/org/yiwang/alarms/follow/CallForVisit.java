package org.yiwang.alarms.follow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.yiwang.alarms.AlarmNews;
import org.yiwang.alarms.PlaceRecord;
import org.yiwang.alarms.RulesInForce;
import org.yiwang.alarms.model.CaseRule;
import org.yiwang.alarms.model.VisitRule;
import org.yiwang.alarms.store.CaseAlarmStore;
import org.yiwang.alarms.store.ConfirmedStore;
import org.yiwang.alarms.store.FindAlarms;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.alarms.store.RemarkStore;
import org.yiwang.lists.GiveItem;
import org.yiwang.lists.KeepLists;
import org.yiwang.lists.model.ListKind;
import org.yiwang.lists.model.Task;
import org.yiwang.organisation.Duty;
import org.yiwang.organisation.People;
import org.yiwang.organisation.Staff;
import org.yiwang.organisation.UnitId;
import org.yiwang.platform.Tenant;
import org.yiwang.registry.EntryFacts;
import org.yiwang.sensing.KnownDevices;

/**
 * Where confirmed alarms of one building or household come often enough, somebody is to go and talk to the people there: an item of the list of problems, given by whoever
 * confirmed the last of them, with the alarms as its evidence. Each alarm counts for one visit only.
 */
@Service
class CallForVisit {
    static final String LIST = "告警上门走访";

    private final RulesInForce rules;
    private final KnownDevices devices;
    private final PlaceRecord places;
    private final ConfirmedStore confirmed;
    private final FindAlarms alarms;
    private final RemarkStore remarks;
    private final CaseAlarmStore cases;
    private final KeepLists lists;
    private final GiveItem give;
    private final People people;
    private final AlarmNews news;
    private final Clock clock;

    CallForVisit(
            RulesInForce rules,
            KnownDevices devices,
            PlaceRecord places,
            ConfirmedStore confirmed,
            FindAlarms alarms,
            RemarkStore remarks,
            CaseAlarmStore cases,
            KeepLists lists,
            GiveItem give,
            People people,
            AlarmNews news,
            Clock clock) {
        this.rules = rules;
        this.devices = devices;
        this.places = places;
        this.confirmed = confirmed;
        this.alarms = alarms;
        this.remarks = remarks;
        this.cases = cases;
        this.lists = lists;
        this.give = give;
        this.people = people;
        this.news = news;
        this.clock = clock;
    }

    /** A person said whether the alarm was right; in the caller's transaction. */
    void judged(Tenant tenant, Alarm alarm) {
        VisitRule rule = rules.follow(tenant, alarm.kind(), alarm.rule()).visit();
        if (rule == null || alarm.verdict() == null) return;
        if (alarm.verdict().equals("false")) confirmed.remove(tenant, alarm.id());
        else place(tenant, alarm, rule).ifPresent(place -> count(tenant, alarm, rule, place));
    }

    private Optional<EntryFacts> place(Tenant tenant, Alarm alarm, VisitRule rule) {
        return devices.find(tenant, alarm.device()).flatMap(device -> places.at(tenant, device.entry(), rule.at()));
    }

    private void count(Tenant tenant, Alarm alarm, VisitRule rule, EntryFacts place) {
        String key = place.register() + ":" + place.key();
        confirmed.add(tenant, alarm, key);
        List<String> evidence =
                confirmed.since(tenant, alarm, key, clock.instant().minus(rule.within()));
        if (evidence.size() < rule.times()) return;
        // Who has left since cannot give anything to anybody; the next confirmation will.
        judge(tenant, alarm).ifPresent(by -> call(by, alarm, rule, place, evidence));
    }

    private Optional<Staff> judge(Tenant tenant, Alarm alarm) {
        return remarks.judged(tenant, alarm.id()).map(RemarkStore.Said::staff).flatMap(id -> people.find(tenant, id));
    }

    private void call(Staff by, Alarm alarm, VisitRule rule, EntryFacts place, List<String> evidence) {
        Instant now = clock.instant();
        List<Alarm> all = evidence.stream()
                .flatMap(id -> alarms.find(by.tenant(), id).stream())
                .toList();
        List<UUID> of = cases.links(by.tenant(), evidence).stream()
                .map(CaseAlarmStore.Link::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        UUID list = lists.following(by, ListKind.PROBLEM, LIST, now).id();
        UUID item = give.follow(by, list, task(by.tenant(), alarm, rule, place, all, now), of, "", List.of(), now)
                .id();
        confirmed.ledTo(by.tenant(), evidence, item);
        for (Alarm one : all) news.changed(by.tenant(), one, "CASE", now);
    }

    private Task task(Tenant tenant, Alarm alarm, VisitRule rule, EntryFacts place, List<Alarm> all, Instant now) {
        String name = rules.name(tenant, alarm.kind(), alarm.rule()).zh();
        String lines = all.stream()
                .map(one -> CaseWords.at(one.raisedAt()) + " " + one.label() + "（" + one.device() + "）")
                .collect(Collectors.joining("\n"));
        String committee = place.committee() == null ? alarm.committee() : place.committee();
        boolean isCommittee = rule.unit().equals(CaseRule.COMMITTEE) && committee != null;
        String unit = isCommittee ? Objects.requireNonNull(committee) : rule.unit();
        String title = "上门走访：" + place.label() + " " + name;
        return new Task(
                title.substring(0, Math.min(title.length(), Task.TITLE_CHARACTERS_MAX)),
                "%d 天内 %d 次经核实的告警：\n%s".formatted(rule.within().toDays(), all.size(), lines),
                new UnitId(unit),
                null,
                List.of(),
                LocalDate.ofInstant(now, Duty.ZONE).plusDays(rule.days()),
                "走访记录和现场照片",
                1);
    }
}
