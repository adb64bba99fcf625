package org.yiwang.territory;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Sends the map: made once per edition and choice of layers, and not at all to those who have it. */
@Component
class MapAnswers {
    private static final int KEPT_MAX = 24;
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private record Choice(long edition, Set<Layer> layers) {}

    private final Territories territories;
    private final Map<Choice, MapAnswer> kept = new ConcurrentHashMap<>();

    MapAnswers(Territories territories) {
        this.territories = territories;
    }

    @Nullable
    ResponseEntity<byte[]> answer(WebRequest request, EnumSet<Layer> layers) {
        Territory territory = territories.own();
        MapAnswer map = made(territory, layers);
        if (request.checkNotModified(map.tag())) return null;
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.OK)
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .eTag(map.tag());
        if (packed) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        return answer.body(map.bytes(packed));
    }

    private MapAnswer made(Territory territory, EnumSet<Layer> layers) {
        if (kept.size() >= KEPT_MAX) kept.clear();
        return kept.computeIfAbsent(
                new Choice(territory.edition(), EnumSet.copyOf(layers)), any -> new MapAnswer(territory, layers));
    }
}
