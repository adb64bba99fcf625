package org.yiwang.demonstration.drawing;

import static org.yiwang.demonstration.drawing.Scenery.BLUE;
import static org.yiwang.demonstration.drawing.Scenery.DARK;
import static org.yiwang.demonstration.drawing.Scenery.GREEN;
import static org.yiwang.demonstration.drawing.Scenery.GREY;
import static org.yiwang.demonstration.drawing.Scenery.RED;
import static org.yiwang.demonstration.drawing.Scenery.YELLOW;

import java.io.IOException;

/** One scene, before or after somebody has put it right. */
public final class Drawing {
    private final Brush brush;
    private final Scenery scenery;
    private final boolean settled;

    private Drawing(String scene, boolean settled, int variant) {
        this.brush = new Brush(scene.hashCode() * 31L + variant);
        this.scenery = new Scenery(brush);
        this.settled = settled;
    }

    /**
     * A JPEG of at most 40 kB.
     *
     * @throws IllegalArgumentException when there is no such scene
     */
    public static byte[] jpeg(String scene, boolean settled, int variant) throws IOException {
        Drawing drawing = new Drawing(scene, settled, variant);
        drawing.draw(scene);
        return drawing.brush.jpeg();
    }

    private void draw(String scene) {
        switch (scene) {
            case "bins" -> bins();
            case "bulky" -> onPavement(scenery::sofa);
            case "rubble" -> onPavement(scenery::rubble);
            case "car" -> car();
            case "bicycles" -> bicycles();
            case "stairway" -> stairway();
            case "lift" -> inHall(() -> scenery.lift(!settled));
            case "shop" -> shop();
            case "hawker" -> onPavement(scenery::stall);
            case "posters" -> posters();
            case "site" -> site();
            case "flood" -> flood();
            case "tree" -> tree();
            case "road" -> road();
            case "manhole" -> manhole();
            case "lamp" -> lamp();
            case "river" -> river();
            case "wall" -> wall();
            case "street" -> onPavement(() -> scenery.litter(18));
            case "building" -> building();
            default -> throw new IllegalArgumentException("There is no scene " + scene);
        }
    }

    private void bins() {
        scenery.estate();
        int[] colours = {DARK, 0x7a5b3a, BLUE, RED};
        for (int i = 0; i < 4; i++) scenery.bin(colours[i], 130 + i * 100);
        if (!settled) scenery.bags(9);
    }

    private void onPavement(Runnable thing) {
        scenery.street();
        if (!settled) thing.run();
    }

    private void car() {
        scenery.street();
        if (settled) scenery.car(GREY, brush.some(20, 60), 376);
        else scenery.car(brush.some(0, 1) == 0 ? RED : BLUE, brush.some(160, 300), 286);
    }

    private void bicycles() {
        scenery.street();
        for (int i = 0; i < 6; i++) {
            int colour = i % 3 == 0 ? BLUE : i % 3 == 1 ? YELLOW : GREEN;
            if (settled) scenery.bicycle(colour, 60 + i * 92, 344);
            else if (i % 2 == 0) scenery.fallenBicycle(colour, 40 + i * 90, brush.some(330, 370));
            else scenery.bicycle(colour, 30 + i * 96, brush.some(340, 400));
        }
    }

    private void stairway() {
        scenery.hall(0xe6e0d4);
        scenery.stairs();
        if (!settled) scenery.clutter();
    }

    private void inHall(Runnable thing) {
        scenery.hall(0xdfe3e2);
        thing.run();
    }

    private void shop() {
        scenery.street();
        scenery.shop(brush.some(0, 1) == 0 ? RED : GREEN);
        if (!settled) scenery.crates();
    }

    private void posters() {
        scenery.street();
        scenery.wall(0xd9c9b2);
        if (!settled) scenery.posters();
    }

    private void site() {
        scenery.street();
        scenery.hoarding(!settled);
        if (!settled) scenery.cloud(360, 180);
    }

    private void flood() {
        scenery.street();
        if (settled) return;
        scenery.water(340);
        scenery.car(GREY, 240, 300);
    }

    private void tree() {
        scenery.street();
        scenery.tree(110, 330);
        if (settled) scenery.tree(440, 330);
        else scenery.fallenTree();
    }

    private void road() {
        scenery.street();
        if (settled) scenery.patch();
        else scenery.hole();
    }

    private void manhole() {
        scenery.street();
        scenery.manhole(!settled);
    }

    private void lamp() {
        scenery.street();
        scenery.lamp(settled);
    }

    private void river() {
        brush.ground(0xcfdfe6, 0);
        brush.ground(0x9fbf8c, 200);
        scenery.water(330);
        scenery.railing(!settled);
        if (!settled) scenery.litter(12);
    }

    private void wall() {
        scenery.estate();
        scenery.wall(0xdccdb6);
        if (!settled) scenery.crack();
    }

    private void building() {
        scenery.estate();
        scenery.tree(120, 350);
        scenery.tree(560, 350);
    }
}
