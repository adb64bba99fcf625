package org.yiwang.scenario.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.scenario.Words;
import tools.jackson.databind.JsonNode;

/** Holds answers against a form: JSON Schema says what is wrong, and it is told in the form's words. */
final class CheckData {
    private static final int SHOWN_CHARACTERS_MAX = 40;
    private static final List<Keyword> OWN = Stream.of(
                    "x-unit", "x-widget", "x-register", "x-personal", "x-opens", "x-computed", "x-at-most")
            .<Keyword>map(NonValidationKeyword::new)
            .toList();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012()).keywords(OWN).build(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Form form;
    private final Schema schema;

    CheckData(Form form) {
        this.form = form;
        this.schema = REGISTRY.getSchema(form.schema());
    }

    List<FieldFault> of(JsonNode data) {
        if (!data.isObject())
            return List.of(new FieldFault("", Refusal.refuse(Refusal.Kind.INVALID, "form.not-object")));
        Map<String, FieldFault> faults = new LinkedHashMap<>();
        form.fields().forEach(field -> keep(faults, missing(field, data)));
        data.propertyNames().forEach(name -> keep(faults, unasked(name, data)));
        form.fields().forEach(field -> keep(faults, offTheMap(field, data)));
        schema.validate(data).forEach(error -> keep(faults, told(error, data)));
        form.fields().forEach(field -> keep(faults, aboveOther(field, data)));
        return inOrder(faults);
    }

    private static void keep(Map<String, FieldFault> faults, @Nullable FieldFault fault) {
        if (fault != null) faults.putIfAbsent(fault.field(), fault);
    }

    private List<FieldFault> inOrder(Map<String, FieldFault> faults) {
        List<FieldFault> ordered = new ArrayList<>();
        form.fields().forEach(field -> {
            FieldFault fault = faults.remove(field.name());
            if (fault != null) ordered.add(fault);
        });
        ordered.addAll(faults.values());
        return List.copyOf(ordered);
    }

    private @Nullable FieldFault missing(Field field, JsonNode data) {
        JsonNode given = data.get(field.name());
        boolean isMissing = given == null || isBlank(given) || isEmptyList(given);
        return isMissing && field.isRequired(data) ? fault(field, "form.missing") : null;
    }

    private static boolean isBlank(JsonNode given) {
        return given.isString() && given.asString().isBlank();
    }

    private static boolean isEmptyList(JsonNode given) {
        return given.isArray() && given.isEmpty();
    }

    /** A point is [longitude, latitude]; turned round it would lie near the pole. */
    private static @Nullable FieldFault offTheMap(Field field, JsonNode data) {
        JsonNode given = data.get(field.name());
        if (field.kind() != Kind.PLACE || given == null) return null;
        boolean isOnEarth = given.size() == 2
                && Math.abs(given.get(0).asDouble(999)) <= 180
                && Math.abs(given.get(1).asDouble(999)) <= 90;
        return isOnEarth ? null : fault(field, "form.not-place");
    }

    /** Where either is missing there is nothing to compare. */
    private @Nullable FieldFault aboveOther(Field field, JsonNode data) {
        Field other = field.atMost() == null ? null : form.field(field.atMost()).orElse(null);
        if (other == null) return null;
        JsonNode given = data.path(field.name());
        JsonNode most = data.path(other.name());
        if (!given.isNumber() || !most.isNumber() || given.decimalValue().compareTo(most.decimalValue()) <= 0)
            return null;
        return fault(
                field,
                "form.above-other",
                given.decimalValue().toPlainString(),
                other.title().zh(),
                other.title().en(),
                most.decimalValue().toPlainString());
    }

    private @Nullable FieldFault unasked(String name, JsonNode data) {
        Field field = form.field(name).orElse(null);
        if (field == null) {
            String known = form.fields().stream().map(Field::name).collect(Collectors.joining(", "));
            return new FieldFault(name, Refusal.invalid(name, "form.unknown-field", shown(name), known));
        }
        return field.isAsked(data) ? null : fault(field, "form.not-asked", deciders(field));
    }

    private static String deciders(Field field) {
        return field.shown().tests().stream().map(Condition.Test::field).collect(Collectors.joining(", "));
    }

    private @Nullable FieldFault told(Error error, JsonNode data) {
        if (error.getInstanceLocation().getNameCount() == 0) return null;
        Field field = form.field(String.valueOf(error.getInstanceLocation().getElement(0)))
                .orElse(null);
        JsonNode given = field == null ? null : data.get(field.name());
        return field == null || given == null ? null : told(field, error, given);
    }

    private static FieldFault told(Field field, Error error, JsonNode given) {
        return switch (error.getKeyword()) {
            case "maxLength", "maxItems" ->
                fault(field, "form.too-long", number(field.bounds().max()));
            case "minLength", "minItems" ->
                fault(field, "form.too-short", number(field.bounds().min()));
            case "minimum", "maximum" ->
                fault(
                        field,
                        "form.out-of-range",
                        number(field.bounds().min()),
                        number(field.bounds().max()));
            case "uniqueItems" -> fault(field, "form.twice");
            default -> misfit(field, given);
        };
    }

    /** Whatever else is wrong: said by what the field takes. */
    private static FieldFault misfit(Field field, JsonNode given) {
        if (given.isArray() && !field.kind().isList()) return fault(field, "form.not-single", given.size());
        return switch (field.kind()) {
            case LINE, TEXT, RECORD -> fault(field, "form.not-text");
            case NUMBER -> fault(field, "form.not-number", shown(given));
            case INTEGER -> fault(field, "form.not-integer", shown(given));
            case DATE -> fault(field, "form.not-date", shown(given));
            case MOMENT -> fault(field, "form.not-moment", shown(given));
            case YES_NO -> fault(field, "form.not-yes-no", shown(given));
            case CHOICE, CHOICES ->
                fault(
                        field,
                        "form.not-listed",
                        shown(unlisted(field, given)),
                        listed(field, "、", Words::zh),
                        listed(field, ", ", Words::en));
            case PHOTOS -> fault(field, "form.not-photos");
            case PLACE -> fault(field, "form.not-place");
        };
    }

    private static JsonNode unlisted(Field field, JsonNode given) {
        if (!given.isArray()) return given;
        List<String> known = field.choices().stream().map(Choice::value).toList();
        for (JsonNode one : given) if (!one.isString() || !known.contains(one.asString())) return one;
        return given;
    }

    private static String listed(Field field, String comma, Function<Words, String> words) {
        return field.choices().stream()
                .map(choice -> choice.value() + " (" + words.apply(choice.title()) + ")")
                .collect(Collectors.joining(comma));
    }

    /** Arguments {0} and {1} are the field's title in Chinese and English. */
    private static FieldFault fault(Field field, String code, Object... more) {
        List<Object> arguments =
                new ArrayList<>(List.of(field.title().zh(), field.title().en()));
        arguments.addAll(Arrays.asList(more));
        return new FieldFault(field.name(), Refusal.invalid(field.name(), code, arguments.toArray()));
    }

    private static String number(java.math.@Nullable BigDecimal bound) {
        return bound == null ? "–" : bound.toPlainString();
    }

    private static String shown(JsonNode given) {
        return shown(given.isString() ? given.asString() : given.toString());
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS_MAX ? text : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
