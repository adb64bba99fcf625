package org.yiwang.attachment;

import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the camera wrote into a picture (Exif 2.32) and we need: the place in WGS-84, the time, and how to turn the picture upright.
 *
 * @param orientation 1 to 8 as in Exif; 1 is upright
 */
record CameraFacts(
        @Nullable Double lon,
        @Nullable Double lat,
        @Nullable Instant takenAt,
        int orientation) {
    static final CameraFacts NONE = new CameraFacts(null, null, null, 1);

    private static final Logger LOG = LoggerFactory.getLogger(CameraFacts.class);
    // A camera without a zone of its own shows the wall clock of the place where it is used.
    private static final TimeZone WALL_CLOCK = TimeZone.getTimeZone("Asia/Shanghai");

    /** Never refuses: a camera's faulty notes are no reason to lose the photo. */
    static CameraFacts read(@Nullable ByteArrayReader exif) {
        if (exif == null) return NONE;
        try {
            Metadata notes = new Metadata();
            new ExifReader().extract(exif, notes);
            return facts(notes);
        } catch (MetadataException | RuntimeException e) {
            LOG.debug("A photo's camera notes could not be read", e);
            return NONE;
        }
    }

    private static CameraFacts facts(Metadata notes) throws MetadataException {
        GeoLocation place = place(notes.getFirstDirectoryOfType(GpsDirectory.class));
        ExifSubIFDDirectory shot = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date taken = shot == null ? null : shot.getDateOriginal(WALL_CLOCK);
        return new CameraFacts(
                place == null ? null : place.getLongitude(),
                place == null ? null : place.getLatitude(),
                taken == null ? null : taken.toInstant(),
                orientation(notes));
    }

    private static @Nullable GeoLocation place(@Nullable GpsDirectory gps) {
        GeoLocation place = gps == null ? null : gps.getGeoLocation();
        if (place == null || place.isZero()) return null;
        boolean onEarth = Math.abs(place.getLatitude()) <= 90 && Math.abs(place.getLongitude()) <= 180;
        return onEarth ? place : null;
    }

    private static int orientation(Metadata notes) throws MetadataException {
        ExifIFD0Directory main = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (main == null || !main.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) return 1;
        int value = main.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        return value >= 1 && value <= 8 ? value : 1;
    }
}
