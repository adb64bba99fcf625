package org.yiwang.demonstration;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yiwang.attachment.Attachments;
import org.yiwang.attachment.Uploader;
import org.yiwang.demonstration.drawing.Drawing;
import org.yiwang.demonstration.plan.Album;
import org.yiwang.demonstration.plan.Scenes;
import org.yiwang.platform.Tenant;

/** Draws the pictures that stand in for photos, and keeps them as attachments. */
@Component
class DrawAlbum {
    private static final Uploader DRAUGHTSMAN = new Uploader("demonstration", "-");

    private final Attachments attachments;
    private final DemonstrationStore store;

    DrawAlbum(Attachments attachments, DemonstrationStore store) {
        this.attachments = attachments;
        this.store = store;
    }

    Album draw(Tenant tenant) throws IOException {
        Map<String, UUID> drawings = new HashMap<>(store.drawings(tenant));
        for (String scene : Scenes.all()) {
            for (int variant = 0; variant < Album.VARIANTS; variant++) {
                for (boolean settled : List.of(false, true)) {
                    String name = Album.name(scene, settled, variant);
                    if (!drawings.containsKey(name)) drawings.put(name, keep(tenant, name, scene, settled, variant));
                }
            }
        }
        return new Album(drawings);
    }

    private UUID keep(Tenant tenant, String name, String scene, boolean settled, int variant) throws IOException {
        byte[] jpeg = Drawing.jpeg(scene, settled, variant);
        UUID id = attachments.add(tenant, DRAUGHTSMAN, name + ".jpg", jpeg).id();
        attachments.link(tenant, List.of(id), DrawingGuard.KIND, id);
        store.keep(tenant, name, id);
        return id;
    }
}
