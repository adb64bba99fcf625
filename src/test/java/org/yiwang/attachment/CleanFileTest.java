package org.yiwang.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiwang.platform.RefusedException;

class CleanFileTest {
    private static final UUID ID = new UUID(0, 1);
    private static final byte[] WEBP_LOSSY =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    private static final byte[] WEBP_LOSSLESS =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    @Test
    void a_photo_keeps_its_picture_and_tells_place_and_time_but_carries_neither() throws IOException {
        CleanFile clean = CleanFile.of(Photos.withExif(Photos.jpeg(640, 480), 1), "IMG_001.JPG");
        Attachment attachment = clean.attachment(ID);
        assertThat(attachment.contentType()).isEqualTo("image/jpeg");
        assertThat(attachment.name()).isEqualTo("IMG_001.JPG");
        assertThat(attachment.width()).isEqualTo(640);
        assertThat(attachment.lon()).isCloseTo(121.5402, Offset.offset(1e-6));
        assertThat(attachment.lat()).isCloseTo(31.2703, Offset.offset(1e-6));
        assertThat(attachment.takenAt()).isEqualTo(Instant.parse("2021-11-09T04:30:00Z"));
        assertThat(new String(clean.bytes(), ISO_8859_1)).doesNotContain("Exif", "Secret", "2021:11:09");
    }

    @ParameterizedTest
    @CsvSource({"1, 640, 480, red", "2, 640, 480, blue", "3, 640, 480, blue", "4, 640, 480, red"})
    void a_mirrored_or_turned_photo_is_turned_upright(int orientation, int width, int height, String left)
            throws IOException {
        BufferedImage image = Photos.decode(CleanFile.of(Photos.withExif(Photos.jpeg(640, 480), orientation), "a.jpg")
                .bytes());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(colour(image, 20, height / 2)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"5, red", "6, red", "7, blue", "8, blue"})
    void a_photo_on_its_side_is_stood_up(int orientation, String top) throws IOException {
        BufferedImage image = Photos.decode(CleanFile.of(Photos.withExif(Photos.jpeg(640, 480), orientation), "a.jpg")
                .bytes());
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(image.getHeight()).isEqualTo(640);
        assertThat(colour(image, 240, 20)).isEqualTo(top);
    }

    @Test
    void a_png_stays_exact_and_loses_its_notes() throws IOException {
        byte[] noted = Photos.withChunk(Photos.png(90, 60), "tEXt", "Author\0Zhang San".getBytes(ISO_8859_1));
        CleanFile clean = CleanFile.of(Photos.withChunk(noted, "eXIf", Photos.exif(6)), "图.png");
        assertThat(clean.attachment(ID).height()).isEqualTo(90);
        assertThat(clean.attachment(ID).lon()).isNotNull();
        assertThat(new String(clean.bytes(), ISO_8859_1)).doesNotContain("Zhang San", "eXIf", "Secret");
        assertThat(Photos.decode(clean.bytes()).getRGB(30, 5)).isEqualTo(0xffff0000);
    }

    @Test
    void a_webp_is_kept_as_jpeg_or_where_something_shines_through_as_png() throws IOException {
        assertThat(CleanFile.of(WEBP_LOSSY, "a.webp").attachment(ID).name()).isEqualTo("a.jpeg");
        assertThat(CleanFile.of(WEBP_LOSSLESS, "a.webp").attachment(ID).contentType())
                .startsWith("image/");
    }

    @Test
    void a_progressive_photo_is_taken() throws IOException {
        assertThat(CleanFile.of(Photos.progressive(300, 200), "a.jpg")
                        .attachment(ID)
                        .width())
                .isEqualTo(300);
    }

    @Test
    void a_very_large_photo_is_kept_at_half_its_size() throws IOException {
        CleanFile clean = CleanFile.of(Photos.jpeg(8_000, 6_000), "a.jpg");
        assertThat(clean.attachment(ID).width()).isEqualTo(4_000);
        assertThat(clean.attachment(ID).height()).isEqualTo(3_000);
    }

    @Test
    void a_thumbnail_has_at_most_480_pixels_a_side() throws IOException {
        BufferedImage wide = Photos.decode(thumbnail(Photos.jpeg(3_000, 700)));
        assertThat(wide.getWidth()).isEqualTo(480);
        assertThat(wide.getHeight()).isEqualTo(112);
        assertThat(colour(wide, 10, 50)).isEqualTo("red");
        assertThat(Photos.decode(thumbnail(Photos.jpeg(1, 4_000))).getHeight()).isEqualTo(480);
        assertThat(Photos.decode(thumbnail(Photos.jpeg(30, 20))).getWidth()).isEqualTo(30);
    }

    @Test
    void what_hangs_behind_a_photo_is_dropped() throws IOException {
        byte[] polyglot = Photos.concat(Photos.jpeg(64, 64), "<script>alert(1)</script>PK\3\4".getBytes(UTF_8));
        assertThat(new String(CleanFile.of(polyglot, "a.jpg").bytes(), ISO_8859_1))
                .doesNotContain("<script>", "PK\3\4");
    }

    @Test
    void a_document_is_kept_as_it_is() throws IOException {
        CleanFile clean = CleanFile.of(Photos.pdf(), "方案.pdf");
        assertThat(clean.bytes()).isEqualTo(Photos.pdf());
        assertThat(clean.attachment(ID))
                .isEqualTo(new Attachment(
                        ID, "application/pdf", "方案.pdf", null, null, Photos.pdf().length, null, null, null));
    }

    @Test
    void a_document_named_like_a_photo_is_refused_and_so_is_a_photo_named_like_a_page() throws IOException {
        assertThat(refusal(Photos.pdf(), "photo.jpg")).isEqualTo("attachment.name-contradicts-content");
        assertThat(refusal(Photos.jpeg(9, 9), "page.html")).isEqualTo("attachment.name-contradicts-content");
        assertThat(refusal(Photos.png(9, 9), "photo.jpg")).isEqualTo("attachment.name-contradicts-content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "GIF89a;",
                "MZ",
                "hello",
                "<html>%PDF-1.4"
            })
    void anything_else_is_refused_whatever_its_name(String content) {
        assertThat(refusal(content.getBytes(UTF_8), "a.jpg")).isEqualTo("attachment.unknown-type");
    }

    @Test
    void a_heic_photo_is_refused_with_its_own_remedy() {
        assertThat(refusal("\0\0\0\u0018ftypheic\0\0".getBytes(ISO_8859_1), "IMG.HEIC"))
                .isEqualTo("attachment.heic");
    }

    @Test
    void a_photo_cut_off_anywhere_is_refused() throws IOException {
        byte[] jpeg = Photos.jpeg(640, 480);
        byte[] png = Photos.png(640, 480);
        for (int part = 1; part < 10; part++) {
            assertThat(refusal(Arrays.copyOf(jpeg, Math.max(3, jpeg.length * part / 10)), "a.jpg"))
                    .isIn("attachment.truncated", "attachment.unreadable");
            assertThat(refusal(Arrays.copyOf(png, Math.max(8, png.length * part / 10)), "a.png"))
                    .isIn("attachment.truncated", "attachment.unreadable");
        }
    }

    @Test
    void a_photo_cut_off_and_closed_again_is_refused() throws IOException {
        byte[] jpeg = Photos.jpeg(640, 480);
        byte[] closed = Photos.concat(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), new byte[] {(byte) 0xff, (byte) 0xd9});
        assertThat(refusal(closed, "a.jpg")).isEqualTo("attachment.truncated");
    }

    @Test
    void a_bomb_of_pixels_is_refused_before_it_is_decoded() throws IOException {
        byte[] bomb = Photos.pngBomb(30_000);
        assertThat(bomb.length).isLessThan(2_000_000);
        assertThat(refusal(bomb, "a.png")).isEqualTo("attachment.too-many-pixels");
        assertThat(refusal(Photos.claiming(Photos.jpeg(64, 64), 30_000, 30_000), "a.jpg"))
                .isEqualTo("attachment.too-many-pixels");
        assertThat(refusal(Photos.claiming(Photos.progressive(64, 64), 6_000, 6_000), "a.jpg"))
                .isEqualTo("attachment.too-many-pixels");
    }

    @Test
    void a_bomb_in_a_note_is_never_unpacked() throws IOException {
        byte[] bomb = Photos.concat("bomb\0\0".getBytes(ISO_8859_1), Photos.deflated(200_000_000));
        byte[] zipped = Photos.withChunk(Photos.png(40, 40), "zTXt", bomb);
        assertThat(CleanFile.of(zipped, "a.png").attachment(ID).width()).isEqualTo(40);
    }

    @Test
    void faulty_camera_notes_do_not_lose_the_photo() throws IOException {
        byte[] photo = Photos.withExif(Photos.jpeg(64, 64), 1);
        for (int at = 12; at < 298; at += 7) {
            byte[] faulty = photo.clone();
            faulty[at] = (byte) 0xee;
            faulty[at + 1] = (byte) 0xee;
            assertThat(CleanFile.of(faulty, "a.jpg").attachment(ID).size()).isPositive();
        }
    }

    @Test
    void a_damaged_document_or_one_with_more_behind_it_is_refused() {
        byte[] pdf = Photos.pdf();
        assertThat(refusal(Arrays.copyOf(pdf, pdf.length / 2), "a.pdf")).isEqualTo("attachment.document-damaged");
        assertThat(refusal(Photos.concat(pdf, "PK\3\4".getBytes(ISO_8859_1)), "a.pdf"))
                .isEqualTo("attachment.document-continues");
        assertThat(refusal("%PDF-1.4\nstartxref\n99999\n%%EOF".getBytes(ISO_8859_1), "a.pdf"))
                .isEqualTo("attachment.document-damaged");
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThat(refusal(new byte[0], "a.jpg")).isEqualTo("attachment.empty");
        assertThat(refusal(new byte[CleanFile.BYTES_MAX + 1], "a.jpg")).isEqualTo("request.too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\\\照片\\\\现场.jpg, 现场.jpg",
        "../../etc/passwd, passwd.jpeg",
        "a\u202Egpj.exe\u202C.jpg, agpj.exe.jpg",
        "截图 2021.11.09, 截图 2021.11.09.jpeg",
        "'', file.jpeg"
    })
    void names_are_made_safe(String given, String kept) {
        assertThat(FileName.clean(given, FileKind.JPEG)).isEqualTo(kept);
    }

    private static byte[] thumbnail(byte[] jpeg) throws IOException {
        Picture picture = CleanFile.of(jpeg, "a.jpg").picture();
        assertThat(picture).isNotNull();
        return picture.thumbnail();
    }

    private static String colour(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xff) > (rgb & 0xff) ? "red" : "blue";
    }

    private static String refusal(byte[] file, String name) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> CleanFile.of(file, name));
        assertThat(refused).as("%s of %d bytes", name, file.length).isNotNull();
        return refused.refusal().code();
    }
}
