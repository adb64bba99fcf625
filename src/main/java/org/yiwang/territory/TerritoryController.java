package org.yiwang.territory;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.RefusalTexts;
import org.yiwang.platform.web.Needs;

@RestController
@RequestMapping("/api/v1")
class TerritoryController {
    private static final int PLACES_MAX = 50;

    record Places(List<Place> items) {}

    private final Territories territories;
    private final TerritoryImport imports;
    private final Locate locate;
    private final MapAnswers maps;
    private final RefusalTexts texts;

    TerritoryController(
            Territories territories, TerritoryImport imports, Locate locate, MapAnswers maps, RefusalTexts texts) {
        this.territories = territories;
        this.imports = imports;
        this.locate = locate;
        this.maps = maps;
        this.texts = texts;
    }

    /** @param layers only these, comma-separated; all where it is missing */
    @GetMapping("/territory/map")
    @Nullable
    ResponseEntity<byte[]> map(WebRequest request, @RequestParam @Nullable List<String> layers) {
        return maps.answer(request, chosen(layers));
    }

    /** The map without its cells: which is nobody's concern outside. */
    @GetMapping("/public/map")
    @Nullable
    ResponseEntity<byte[]> publicMap(WebRequest request, @RequestParam @Nullable List<String> layers) {
        EnumSet<Layer> chosen = chosen(layers);
        chosen.remove(Layer.CELL);
        return maps.answer(request, chosen);
    }

    @GetMapping({"/territory/locate", "/public/locate"})
    Locate.Answer locate(
            @RequestParam double lon, @RequestParam double lat, @RequestParam(defaultValue = "wgs84") String datum) {
        return Locate.Answer.of(locate.locate(lon, lat, datum(datum)));
    }

    @GetMapping("/territory/places")
    Places places(@RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        return new Places(FindPlaces.find(territories.own(), q, Math.clamp(limit, 1, PLACES_MAX)));
    }

    @GetMapping(path = "/territory/cells", produces = "application/geo+json")
    byte[] cells() {
        return layer("cell");
    }

    @GetMapping(path = "/territory/layers/{layer}", produces = "application/geo+json")
    byte[] layer(@PathVariable String layer) {
        return MapAnswer.geoJson(territories.own().of(layerNamed(layer)));
    }

    @Needs("territory.manage")
    @PutMapping(
            path = "/territory/cells",
            consumes = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    ImportReport putCells(@RequestBody byte[] file, @RequestParam(defaultValue = "wgs84") String datum, Locale locale) {
        return putLayer("cell", file, datum, locale);
    }

    /** Nothing was changed where a feature is at fault; the problem then names the faults by feature. */
    @Needs("territory.manage")
    @PutMapping(
            path = "/territory/layers/{layer}",
            consumes = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    ImportReport putLayer(
            @PathVariable String layer,
            @RequestBody byte[] file,
            @RequestParam(defaultValue = "wgs84") String datum,
            Locale locale) {
        ImportAnswer answer = imports.importLayer(territories.ownTenant(), layerNamed(layer), file, datum(datum));
        ImportReport report = ImportReport.of(answer, texts, locale);
        if (!answer.isAccepted()) throw report.refused();
        return report;
    }

    private static EnumSet<Layer> chosen(@Nullable List<String> names) {
        if (names == null || names.isEmpty()) return EnumSet.allOf(Layer.class);
        EnumSet<Layer> layers = EnumSet.noneOf(Layer.class);
        names.forEach(name -> layers.add(layerNamed(name)));
        return layers;
    }

    private static Layer layerNamed(String name) {
        for (Layer layer : Layer.values()) if (layer.id().equals(name)) return layer;
        throw Refusal.invalid("layer", "territory.unknown-layer", name).exception();
    }

    private static Datum datum(String name) {
        for (Datum datum : Datum.values()) if (datum.id().equals(name)) return datum;
        throw Refusal.invalid("datum", "territory.unknown-datum", name).exception();
    }
}
