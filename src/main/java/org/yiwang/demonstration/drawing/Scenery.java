package org.yiwang.demonstration.drawing;

import static org.yiwang.demonstration.drawing.Brush.HEIGHT;
import static org.yiwang.demonstration.drawing.Brush.WIDTH;

/** What stands around in a neighbourhood, thing by thing. */
final class Scenery {
    static final int GREEN = 0x6f9c6a;
    static final int GREY = 0x9aa5ab;
    static final int DARK = 0x5b666d;
    static final int BROWN = 0x9b7653;
    static final int BLUE = 0x5f8fb0;
    static final int YELLOW = 0xe2b84a;
    static final int RED = 0xb8584d;
    static final int WHITE = 0xf2efe8;

    private final Brush brush;

    Scenery(Brush brush) {
        this.brush = brush;
    }

    void street() {
        brush.ground(0xcfdfe6, 0);
        houses();
        brush.ground(0xd4d0c6, 300);
        for (int x = 0; x < WIDTH; x += 64) brush.line(0xbdb8ad, 2, x, 300, x - 40, 372);
        brush.ground(0x7d868b, 372);
        for (int x = 20; x < WIDTH; x += 120) brush.line(WHITE, 5, x, 430, x + 60, 430);
    }

    void estate() {
        brush.ground(0xd6e4e8, 0);
        houses();
        brush.ground(0x9fbf8c, 290);
        brush.ground(0xc9c6bd, 350);
    }

    void hall(int wall) {
        brush.ground(wall, 0);
        brush.ground(0xb9b3a7, 360);
        brush.line(0x8d887d, 4, 0, 360, WIDTH, 360);
    }

    private void houses() {
        int[] walls = {0xe3d9c8, 0xd8c7b3, 0xdfe0da};
        for (int i = 0; i < 3; i++) {
            int top = brush.some(40, 120);
            brush.box(walls[i], i * 220 - 10, top, 210, 320 - top);
            for (int y = top + 24; y < 260; y += 52)
                for (int x = i * 220 + 14; x < i * 220 + 170; x += 52) brush.box(0xa9c2cf, x, y, 28, 30);
        }
    }

    void bin(int rgb, int x) {
        brush.shape(rgb, x, 250, x + 74, 250, x + 66, 352, x + 8, 352);
        brush.box(rgb, x - 6, 236, 86, 18);
    }

    void bags(int count) {
        for (int i = 0; i < count; i++) {
            int x = brush.some(90, 520);
            int y = brush.some(326, 380);
            brush.oval(i % 3 == 0 ? 0x4b5459 : i % 3 == 1 ? 0xd7d2c4 : 0x86a08a, x, y, 54, 46);
            brush.shape(0x4b5459, x + 20, y + 6, x + 27, y - 10, x + 34, y + 6);
        }
    }

    void litter(int count) {
        for (int i = 0; i < count; i++) {
            int x = brush.some(60, 580);
            int y = brush.some(320, 450);
            brush.box(i % 2 == 0 ? WHITE : YELLOW, x, y, brush.some(12, 26), brush.some(8, 14));
        }
    }

    void sofa() {
        brush.box(BROWN, 190, 270, 210, 60);
        brush.box(0xb08a64, 180, 320, 230, 46);
        brush.box(BROWN, 168, 300, 30, 70);
        brush.box(BROWN, 392, 300, 30, 70);
        brush.box(0xd9d3c3, 430, 236, 60, 130);
    }

    void rubble() {
        for (int i = 0; i < 34; i++) {
            int x = brush.some(200, 440);
            int rise = 90 - Math.abs(x - 320) * 2 / 3;
            brush.box(i % 3 == 0 ? RED : GREY, x, 370 - brush.some(0, Math.max(4, rise)), brush.some(18, 34), 16);
        }
    }

    void car(int rgb, int x, int y) {
        brush.shape(rgb, x + 40, y, x + 130, y, x + 165, y + 36, x + 10, y + 36);
        brush.box(rgb, x, y + 34, 190, 44);
        brush.box(0xbfd3dc, x + 50, y + 8, 34, 24);
        brush.box(0xbfd3dc, x + 92, y + 8, 34, 24);
        brush.disc(0x2f363a, x + 42, y + 80, 20);
        brush.disc(0x2f363a, x + 148, y + 80, 20);
    }

    void bicycle(int rgb, int x, int y) {
        brush.ring(0x2f363a, x, y, 24);
        brush.ring(0x2f363a, x + 70, y, 24);
        brush.line(rgb, 5, x, y, x + 28, y - 34);
        brush.line(rgb, 5, x + 28, y - 34, x + 60, y - 34);
        brush.line(rgb, 5, x + 60, y - 34, x + 70, y);
        brush.line(rgb, 5, x, y, x + 40, y);
        brush.line(rgb, 5, x + 40, y, x + 60, y - 34);
        brush.line(0x2f363a, 5, x + 18, y - 42, x + 36, y - 42);
    }

    void fallenBicycle(int rgb, int x, int y) {
        brush.oval(0x8b9397, x, y, 60, 18);
        brush.oval(0x8b9397, x + 66, y + 8, 60, 18);
        brush.line(rgb, 5, x + 30, y + 8, x + 96, y + 16);
        brush.line(rgb, 5, x + 50, y - 8, x + 70, y + 14);
    }

    void shop(int sign) {
        brush.box(WHITE, 120, 120, 400, 190);
        brush.box(sign, 110, 92, 420, 46);
        for (int x = 110; x < 530; x += 60)
            brush.shape(x / 60 % 2 == 0 ? WHITE : sign, x, 138, x + 60, 138, x + 50, 166, x + 10, 166);
        brush.box(0xa9c2cf, 150, 186, 120, 122);
        brush.box(0x8fb0be, 370, 186, 100, 122);
    }

    void crates() {
        int[] goods = {RED, YELLOW, GREEN, 0xd98c45};
        for (int i = 0; i < 6; i++) {
            int x = 110 + i * 70;
            brush.box(BROWN, x, 320, 60, 34);
            for (int j = 0; j < 4; j++) brush.disc(goods[(i + j) % 4], x + 9 + j * 14, 318, 8);
        }
    }

    void stall() {
        brush.shape(RED, 200, 210, 440, 210, 470, 250, 170, 250);
        brush.line(DARK, 6, 200, 250, 200, 380);
        brush.line(DARK, 6, 440, 250, 440, 380);
        brush.box(BROWN, 180, 320, 280, 40);
        for (int i = 0; i < 9; i++) brush.disc(i % 2 == 0 ? YELLOW : GREEN, 200 + i * 30, 312, 12);
        brush.disc(DARK, 220, 386, 22);
        brush.disc(DARK, 420, 386, 22);
    }

    void wall(int rgb) {
        brush.box(rgb, -10, 60, WIDTH + 20, 290);
        for (int y = 90; y < 350; y += 36)
            for (int x = y / 36 % 2 * 30 - 30; x < WIDTH; x += 60) brush.line(0xc0ad95, 2, x, y, x + 56, y);
    }

    void posters() {
        int[] papers = {WHITE, YELLOW, 0xcfe0e8, 0xe9c9b9};
        for (int i = 0; i < 11; i++) {
            int x = brush.some(60, 540);
            int y = brush.some(90, 280);
            brush.box(papers[i % 4], x, y, 52, 40);
            brush.line(DARK, 3, x + 8, y + 14, x + 42, y + 14);
            brush.line(DARK, 3, x + 8, y + 26, x + 34, y + 26);
        }
    }

    void hoarding(boolean broken) {
        for (int i = 0; i < 7; i++) {
            int lean = broken && i > 2 && i < 5 ? 34 : 0;
            brush.shape(
                    BLUE,
                    i * 96 - 10 + lean,
                    220 + lean,
                    i * 96 + 80 + lean,
                    220 + lean / 2,
                    i * 96 + 80,
                    360,
                    i * 96 - 10,
                    360);
        }
        brush.line(YELLOW, 10, 380, 200, 380, 20);
        brush.line(YELLOW, 10, 230, 46, 600, 46);
    }

    void cloud(int x, int y) {
        for (int i = 0; i < 6; i++) brush.oval(0xcbb79a, x + brush.some(0, 150), y + brush.some(0, 50), 90, 50);
    }

    void water(int top) {
        brush.ground(0x86a9bd, top);
        for (int i = 0; i < 16; i++) {
            int x = brush.some(0, 560);
            int y = brush.some(top + 14, HEIGHT - 16);
            brush.line(0xa9c8d8, 3, x, y, x + 60, y);
        }
    }

    void tree(int x, int y) {
        brush.box(BROWN, x - 10, y - 150, 20, 150);
        brush.disc(GREEN, x - 40, y - 170, 46);
        brush.disc(GREEN, x + 36, y - 176, 50);
        brush.disc(0x7fac79, x, y - 214, 56);
    }

    void fallenTree() {
        brush.shape(BROWN, 130, 370, 440, 330, 444, 352, 134, 396);
        brush.disc(GREEN, 470, 330, 52);
        brush.disc(0x7fac79, 520, 366, 48);
        brush.disc(GREEN, 450, 384, 44);
    }

    void hole() {
        brush.oval(0x6a5d4f, 210, 386, 230, 66);
        brush.oval(0x3f3833, 240, 398, 170, 42);
        brush.line(DARK, 3, 210, 418, 150, 404);
        brush.line(DARK, 3, 440, 420, 500, 436);
    }

    void patch() {
        brush.oval(0x596268, 210, 386, 230, 66);
    }

    void manhole(boolean broken) {
        brush.oval(0x4a5358, 230, 392, 180, 62);
        if (broken) brush.shape(0x1f2427, 300, 398, 400, 404, 392, 440, 320, 436);
        else for (int x = 256; x < 390; x += 22) brush.line(0x79848a, 4, x, 404, x + 8, 442);
    }

    void lamp(boolean lit) {
        brush.line(DARK, 10, 320, 372, 320, 90);
        brush.line(DARK, 8, 320, 92, 410, 76);
        brush.shape(lit ? YELLOW : DARK, 392, 70, 440, 62, 446, 84, 396, 92);
        if (lit) brush.shape(0xf3dd93, 398, 94, 444, 86, 520, 300, 340, 300);
        if (lit) brush.line(DARK, 10, 320, 372, 320, 90);
    }

    void railing(boolean broken) {
        for (int x = 20; x < WIDTH; x += 44) {
            boolean bent = broken && x > 250 && x < 400;
            brush.line(DARK, 6, x, 330, bent ? x + 40 : x, bent ? 290 : 240);
        }
        brush.line(DARK, 7, 0, 244, broken ? 250 : WIDTH, 244);
        if (broken) brush.line(DARK, 7, 420, 244, WIDTH, 244);
    }

    void crack() {
        int[] steps = {300, 80, 322, 130, 296, 176, 340, 220, 318, 270, 350, 340};
        for (int i = 0; i + 3 < steps.length; i += 2)
            brush.line(0x4a3f35, 6, steps[i], steps[i + 1], steps[i + 2], steps[i + 3]);
        brush.oval(0xa58f74, 360, 120, 130, 90);
    }

    void stairs() {
        for (int i = 0; i < 7; i++) brush.box(0xa7a196, 300 + i * 46, 340 - i * 34, 340, 34);
        brush.line(DARK, 8, 290, 300, 600, 70);
    }

    void clutter() {
        brush.box(BROWN, 60, 250, 90, 110);
        brush.box(0xc7a77d, 90, 206, 80, 46);
        brush.box(0xd7d2c4, 160, 296, 70, 64);
        bicycle(RED, 240, 336);
    }

    void lift(boolean stopped) {
        brush.box(0x7d868b, 200, 70, 250, 290);
        brush.box(0xc2cace, 214, 84, 110, 276);
        brush.box(0xc2cace, stopped ? 352 : 326, 84, stopped ? 84 : 110, 276);
        brush.disc(stopped ? RED : GREEN, 500, 220, 14);
        brush.box(0xe8e4da, 484, 160, 34, 40);
        if (stopped) brush.box(YELLOW, 250, 300, 150, 46);
    }
}
