package org.yiwang.platform.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where people outside reach the product, for addresses that leave it, such as one on paper: as configured ({@code --public-address} or
 * YIWANG_PUBLIC_ADDRESS), otherwise the host that the request came to. A proxy's X-Forwarded headers count where SERVER_FORWARD_HEADERS_STRATEGY says that
 * there is one, and only there: anybody can send them.
 */
@Component
public class PublicAddress {
    private final String configured;

    PublicAddress(@Value("${yiwang.public-address:}") String configured) {
        this.configured = read(configured.strip());
    }

    private static String read(String text) {
        if (text.isEmpty()) return text;
        String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        if (!isAddress(plain))
            throw new IllegalStateException("The public address \"" + text
                    + "\" is none. Write it as browsers show it, such as https://yiwang.example.cn, without a path.");
        return plain;
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @param path with its first slash; of a page of ours, asked for within a request */
    public String of(String path) {
        if (!configured.isEmpty()) return configured + path;
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
