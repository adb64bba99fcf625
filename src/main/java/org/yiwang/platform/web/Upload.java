package org.yiwang.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yiwang.platform.Sm3;
import org.yiwang.platform.audit.Hash;

/** What is the same in an upload that is sent again: its files, not the boundaries between them. */
final class Upload {
    private Upload() {}

    static boolean isOne(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Empty where the upload is too large or damaged; who handles it says so. */
    static Optional<Hash> fingerprint(HttpServletRequest request) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        parts.add(request.getRequestURI().getBytes(UTF_8));
        try {
            for (Part part : request.getParts()) {
                parts.add((part.getName() + "/" + part.getSubmittedFileName() + "\n").getBytes(UTF_8));
                try (InputStream in = part.getInputStream()) {
                    parts.add(Sm3.hash(in));
                }
            }
        } catch (ServletException | IllegalStateException e) {
            return Optional.empty();
        }
        return Optional.of(Hash.of(Sm3.hash(parts.toArray(byte[][]::new))));
    }
}
