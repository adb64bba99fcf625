package org.yiwang.programme.model;

/** A name in the languages of the screens. */
public record Title(String zh, String en) {
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }
}
