package org.yiwang.indicators.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yiwang.scenario.Faults;
import org.yiwang.scenario.Spot;

/**
 * Takes a select of a package apart and notes everything that may not stand in it, each with its line. It knows less of SQL than the database, and takes
 * nothing that it does not know: names, whole and decimal numbers, plain literals, and the functions and types of {@link SqlWords}. What it takes can neither
 * end the select and begin another, nor call anything else; whether the views and columns are there, the database says.
 */
public final class ReadStatement {
    static final int CHARACTERS_MAX = 20_000;
    private static final String SIGNS = "+-*/<>=!|%,.@#&[]";
    private static final String DIGITS = "0123456789";

    private enum Last {
        BEGINNING,
        NAME,
        DOT,
        CAST,
        OTHER
    }

    private final String file;
    private final String text;
    private final Faults faults;
    private final List<String> pieces = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private final StringBuilder piece = new StringBuilder();

    private int at;
    private int line;
    private int depth;
    private Last last = Last.BEGINNING;
    /** The name before, where that was a name, and the one before that. */
    private String name = "";

    private String nameBefore = "";
    private boolean isCast;
    private boolean isQualified;
    private int nameEnd = -1;

    private ReadStatement(String file, int line, String text, Faults faults) {
        this.file = file;
        this.line = line;
        this.text = text;
        this.faults = faults;
    }

    /** @param line of the text's first sign in the file, counted from 1 */
    public static Statement of(String file, int line, String text, Faults faults) {
        return new ReadStatement(file, line, text, faults).statement(line);
    }

    private Statement statement(int first) {
        if (text.length() > CHARACTERS_MAX) unreadable("indicators.sql-too-long", CHARACTERS_MAX);
        else while (at < text.length() && step()) {}
        if (depth > 0) fault("indicators.bracket-open");
        if (last == Last.BEGINNING) faults.fault(new Spot(file, first), "indicators.no-select");
        pieces.add(piece.toString());
        return new Statement(file, first, List.copyOf(pieces), List.copyOf(parameters), names);
    }

    /** Takes one sign of the language; false where nothing behind it can be understood. */
    private boolean step() {
        char sign = text.charAt(at);
        if (isSpace(sign)) return space(sign);
        if (text.startsWith("--", at)) return comment();
        if (sign == ';') return end();
        if (last == Last.BEGINNING && !isLetter(sign)) return unreadable("indicators.no-select");
        if (isLetter(sign)) return name();
        if (isDigit(sign)) return number();
        return switch (sign) {
            case '\'' -> literal();
            case ':' -> colon();
            case '(' -> open();
            case ')' -> close();
            default -> operator(sign);
        };
    }

    private boolean space(char sign) {
        if (sign == '\n') line++;
        take(1);
        return true;
    }

    private boolean comment() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return true;
    }

    /** One at the very end is harmless. */
    private boolean end() {
        boolean isLast = text.substring(at + 1)
                .lines()
                .allMatch(rest -> rest.isBlank() || rest.strip().startsWith("--"));
        if (isLast) {
            at = text.length();
            return true;
        }
        return unreadable("indicators.several-statements");
    }

    private boolean name() {
        int end = at;
        while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) end++;
        String found = text.substring(at, end).toLowerCase(Locale.ROOT);
        if (last == Last.BEGINNING && !found.equals("select") && !found.equals("with"))
            return unreadable("indicators.no-select");
        check(found);
        nameBefore = last == Last.NAME ? name : "";
        isCast = last == Last.CAST;
        isQualified = last == Last.DOT;
        name = found;
        names.add(found);
        last = Last.NAME;
        take(end - at);
        nameEnd = at;
        return true;
    }

    private void check(String found) {
        if (last == Last.CAST && !SqlWords.TYPES.contains(found))
            fault("indicators.type", found, String.join(", ", SqlWords.TYPES));
        else if (SqlWords.CLOCKS.contains(found)) fault("indicators.clock", found);
        else if (SqlWords.REFUSED.contains(found)) fault("indicators.word", found);
        else if (found.startsWith("pg_") || found.equals("information_schema")) fault("indicators.catalogue", found);
    }

    private boolean number() {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) end++;
        if (end < text.length() && isLetter(text.charAt(end))) return unreadable("indicators.number");
        take(end - at);
        last = Last.OTHER;
        return true;
    }

    private boolean literal() {
        if (last == Last.NAME && nameEnd == at) return unreadable("indicators.literal-prefix", name);
        if (last == Last.NAME && !mayStandBefore()) fault("indicators.type", name, String.join(", ", SqlWords.TYPES));
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '\'') {
            char sign = text.charAt(end);
            if (sign == '\\' || sign == 0) return unreadable("indicators.sign", sign);
            if (sign == '\n') return unreadable("indicators.literal-open");
            end++;
        }
        if (end == text.length()) return unreadable("indicators.literal-open");
        take(end + 1 - at);
        last = Last.OTHER;
        return true;
    }

    private boolean mayStandBefore() {
        return !isQualified && (SqlWords.TYPES.contains(name) || SqlWords.KEYWORDS.contains(name));
    }

    private boolean colon() {
        if (text.startsWith("::", at)) {
            take(2);
            last = Last.CAST;
            return true;
        }
        int end = at + 1;
        while (end < text.length() && isLetter(text.charAt(end))) end++;
        String parameter = text.substring(at + 1, end);
        if (!Statement.PARAMETERS.contains(parameter))
            return unreadable("indicators.parameter", ":" + parameter, ":" + String.join(", :", Statement.PARAMETERS));
        pieces.add(piece.toString());
        piece.setLength(0);
        parameters.add(parameter);
        at = end;
        last = Last.OTHER;
        return true;
    }

    private boolean open() {
        if (last == Last.NAME && !mayBeCalled())
            fault("indicators.function", name, String.join(", ", SqlWords.FUNCTIONS));
        depth++;
        take(1);
        last = Last.OTHER;
        return true;
    }

    private boolean mayBeCalled() {
        if (isQualified) return false;
        if (nameBefore.equals("as")) return true;
        return SqlWords.FUNCTIONS.contains(name)
                || SqlWords.KEYWORDS.contains(name)
                || (isCast && SqlWords.TYPES.contains(name));
    }

    /** A bracket too many would end what the engine puts around the select. */
    private boolean close() {
        if (--depth < 0) return unreadable("indicators.bracket-close");
        take(1);
        last = Last.OTHER;
        return true;
    }

    private boolean operator(char sign) {
        if (SIGNS.indexOf(sign) < 0 || text.startsWith("/*", at) || text.startsWith("*/", at))
            return unreadable("indicators.sign", sign);
        take(1);
        last = sign == '.' ? Last.DOT : Last.OTHER;
        return true;
    }

    private void take(int signs) {
        piece.append(text, at, at + signs);
        at += signs;
    }

    private void fault(String code, Object... arguments) {
        faults.fault(new Spot(file, line), code, arguments);
    }

    private boolean unreadable(String code, Object... arguments) {
        fault(code, arguments);
        depth = 0;
        if (last == Last.BEGINNING) last = Last.OTHER;
        return false;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
    }

    private static boolean isDigit(char sign) {
        return DIGITS.indexOf(sign) >= 0;
    }
}
