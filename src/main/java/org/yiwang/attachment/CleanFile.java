package org.yiwang.attachment;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiwang.platform.Refusal;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;

/** An uploaded file after it was found out what it is, and made safe. */
final class CleanFile {
    static final int BYTES_MAX = 20 << 20;

    private final FileKind kind;
    private final String name;
    private final byte[] bytes;
    private final @Nullable Picture picture;
    private final CameraFacts facts;
    private final Hash original;

    private CleanFile(
            FileKind kind, String name, byte[] bytes, @Nullable Picture picture, CameraFacts facts, Hash original) {
        this.kind = kind;
        this.name = FileName.clean(name, kind);
        this.bytes = bytes;
        this.picture = picture;
        this.facts = facts;
        this.original = original;
    }

    /** @throws org.yiwang.platform.RefusedException when it is nothing that may be kept */
    static CleanFile of(byte[] file, String name) throws IOException {
        FileKind kind = kind(file, name);
        Hash original = Hash.of(Sm3.hash(file));
        if (kind == FileKind.PDF) return document(file, name, original);
        Frame frame = Frame.of(kind, file);
        CameraFacts facts = CameraFacts.read(frame.exif());
        Picture picture = Picture.read(kind, file, frame, facts.orientation());
        FileKind kept = picture.keptAs(kind);
        return new CleanFile(kept, renamed(name, kind, kept), picture.encode(kept), picture, facts, original);
    }

    byte[] bytes() {
        return bytes;
    }

    @Nullable
    Picture picture() {
        return picture;
    }

    /** SM3 of the bytes as they were uploaded. */
    Hash original() {
        return original;
    }

    Attachment attachment(UUID id) {
        return new Attachment(
                id,
                kind.contentType(),
                name,
                picture == null ? null : picture.width(),
                picture == null ? null : picture.height(),
                bytes.length,
                facts.lon(),
                facts.lat(),
                facts.takenAt());
    }

    private static FileKind kind(byte[] file, String name) {
        if (file.length == 0) throw Refusal.invalid("file", "attachment.empty").exception();
        if (file.length > BYTES_MAX)
            throw Refusal.refuse(Refusal.Kind.TOO_LARGE, "request.too-large").exception();
        FileKind kind = FileKind.of(file).orElseThrow(() -> unknown(file).exception());
        FileName.contradiction(name, kind).map(Refusal::exception).ifPresent(refused -> {
            throw refused;
        });
        return kind;
    }

    private static Refusal unknown(byte[] file) {
        String code = FileKind.isHeic(file) ? "attachment.heic" : "attachment.unknown-type";
        return new Refusal(Refusal.Kind.UNSUPPORTED, code, "file", List.of());
    }

    private static CleanFile document(byte[] file, String name, Hash original) {
        Document.fault(file).map(Refusal::exception).ifPresent(refused -> {
            throw refused;
        });
        return new CleanFile(FileKind.PDF, name, file, null, CameraFacts.NONE, original);
    }

    /** A picture that is kept in another format must not keep the old extension. */
    private static String renamed(String name, FileKind was, FileKind is) {
        int dot = name.lastIndexOf('.');
        return was == is || dot < 0 ? name : name.substring(0, dot);
    }
}
