package org.yiwang.exchange;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import org.yiwang.casework.CaseIntake;
import org.yiwang.casework.CasePlaces;
import org.yiwang.casework.CatalogueStore;
import org.yiwang.casework.ReportStore;
import org.yiwang.casework.model.Actor;
import org.yiwang.casework.model.Category;
import org.yiwang.casework.model.Channel;
import org.yiwang.casework.model.Place;
import org.yiwang.casework.model.StoredCase;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Tenant;

/** Takes in a service request of GeoReport v2. A picture's address is kept as a link of the report and never fetched: it could lead into our own network. */
@Service
class TakeServiceRequest {
    private static final int ADDRESS_OF_MEDIA_MAX = 500;

    private final CaseIntake intake;
    private final CasePlaces places;
    private final CatalogueStore catalogue;
    private final Clock clock;

    TakeServiceRequest(CaseIntake intake, CasePlaces places, CatalogueStore catalogue, Clock clock) {
        this.intake = intake;
        this.places = places;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    StoredCase take(Tenant tenant, ApiKeys.ApiKey key, MultiValueMap<String, String> form) {
        Category category = category(tenant, form.getFirst("service_code"));
        String words = text(form, "description")
                .orElseThrow(() -> missing("description").exception());
        ReportStore.Reporter reporter = new ReportStore.Reporter(
                name(form), text(form, "phone").orElse(null), words, media(form).orElse(null));
        CaseIntake.Matter matter = new CaseIntake.Matter(
                Channel.OPEN311,
                category.code(),
                null,
                words,
                null,
                place(tenant, form),
                List.of(),
                reporter,
                null,
                GivenAttributes.of(form));
        return intake.take(tenant, matter, Actor.reporter("open311", key.holder()), clock.instant(), null);
    }

    /** The category of a service code, if residents may choose it. */
    Category category(Tenant tenant, @Nullable String code) {
        if (code == null || code.isBlank()) throw missing("service_code").exception();
        return catalogue.of(tenant).find(code).filter(Category::isPublic).orElseThrow(() -> Refusal.notFound(
                        "exchange.unknown-service", code)
                .exception());
    }

    private static Refusal missing(String parameter) {
        return new Refusal(Refusal.Kind.MALFORMED, "exchange.missing", parameter, List.of(parameter));
    }

    private Place place(Tenant tenant, MultiValueMap<String, String> form) {
        if (text(form, "lat").isEmpty() || text(form, "long").isEmpty())
            throw new Refusal(Refusal.Kind.MALFORMED, "exchange.place-missing", "lat", List.of()).exception();
        String address = text(form, "address_string").orElse(null);
        return places.at(tenant, number(form, "long"), number(form, "lat"), null, address);
    }

    private static double number(MultiValueMap<String, String> form, String name) {
        try {
            return Double.parseDouble(text(form, name).orElse(""));
        } catch (NumberFormatException e) {
            throw new Refusal(Refusal.Kind.MALFORMED, "exchange.wrong-number", name, List.of(name)).exception();
        }
    }

    private static Optional<String> media(MultiValueMap<String, String> form) {
        Optional<String> given = text(form, "media_url");
        given.ifPresent(address -> {
            if (address.length() > ADDRESS_OF_MEDIA_MAX || !isWebAddress(address))
                throw new Refusal(Refusal.Kind.MALFORMED, "exchange.wrong-media", "media_url", List.of()).exception();
        });
        return given;
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = uri.getScheme();
            return uri.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String name(MultiValueMap<String, String> form) {
        String name =
                text(form, "last_name").orElse("") + text(form, "first_name").orElse("");
        return name.isEmpty() ? null : name;
    }

    private static Optional<String> text(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
