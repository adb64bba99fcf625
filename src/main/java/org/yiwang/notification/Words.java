package org.yiwang.notification;

import java.util.Locale;

/** A text in both languages. */
public record Words(String zh, String en) {
    String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
