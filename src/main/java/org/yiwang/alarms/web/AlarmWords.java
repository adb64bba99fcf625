package org.yiwang.alarms.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiwang.alarms.store.FindAlarms.Alarm;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.Tenant;
import org.yiwang.platform.contract.SchemaName;
import org.yiwang.scenario.Words;
import org.yiwang.sensing.DeviceKinds;
import org.yiwang.sensing.model.ValueField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What devices tell, in the words that their package has for it; as it was told where the package has none any more. */
@Component
class AlarmWords {
    private static final Words YES = new Words("是", Map.of("en", "yes"));
    private static final Words NO = new Words("否", Map.of("en", "no"));

    private final DeviceKinds kinds;
    private final RefusalTexts refusals;
    private final JsonMapper json;

    AlarmWords(DeviceKinds kinds, RefusalTexts refusals, JsonMapper json) {
        this.kinds = kinds;
        this.refusals = refusals;
        this.json = json;
    }

    @SchemaName("AlarmValue")
    record Told(String title, String value) {}

    List<Told> values(Tenant tenant, Alarm alarm, Locale locale) {
        List<Told> told = new ArrayList<>();
        for (var one : json.readTree(alarm.values()).properties()) {
            Optional<ValueField> field = field(tenant, alarm.kind(), one.getKey());
            String title =
                    field.map(known -> known.title().in(locale.getLanguage())).orElse(one.getKey());
            told.add(new Told(title, value(field, one.getValue(), locale)));
        }
        return told;
    }

    /** Why an alarm has no case; null where nothing was refused. */
    @Nullable
    String refusal(@Nullable String why, Locale locale) {
        if (why == null) return null;
        String[] parts = why.split("\t");
        Object[] arguments = Arrays.copyOfRange(parts, 1, parts.length, Object[].class);
        RefusalTexts.Words words = refusals.words(Refusal.conflict(parts[0], arguments), locale);
        return words.sentence() + (locale.getLanguage().equals("en") ? " " : "；") + words.remedy();
    }

    /** What people call the part, which is one of some channel's choices. */
    String part(Tenant tenant, Alarm alarm, Locale locale) {
        if (alarm.part().isEmpty()) return "";
        return Optional.ofNullable(kinds.all(tenant).get(alarm.kind())).stream()
                .flatMap(kind -> kind.messages().values().stream())
                .flatMap(message -> message.values().stream())
                .flatMap(field -> field.choices().stream())
                .filter(choice -> choice.code().equals(alarm.part()))
                .findFirst()
                .map(choice -> choice.title().in(locale.getLanguage()))
                .orElse(alarm.part());
    }

    private Optional<ValueField> field(Tenant tenant, String kind, String name) {
        return Optional.ofNullable(kinds.all(tenant).get(kind)).stream()
                .flatMap(one -> one.messages().values().stream())
                .flatMap(message -> message.values().stream())
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static String value(Optional<ValueField> field, JsonNode value, Locale locale) {
        String language = locale.getLanguage();
        if (value.isBoolean()) return (value.booleanValue() ? YES : NO).in(language);
        if (value.isNumber()) {
            String number = value.decimalValue().stripTrailingZeros().toPlainString();
            return field.map(ValueField::unit)
                    .map(unit -> number + " " + unit.in(language))
                    .orElse(number);
        }
        String text = value.stringValue();
        return field.stream()
                .flatMap(known -> known.choices().stream())
                .filter(choice -> choice.code().equals(text))
                .findFirst()
                .map(choice -> choice.title().in(language))
                .orElse(text);
    }
}
