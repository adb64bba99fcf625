package org.yiwang.registry.sheet;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.Kind.UNSUPPORTED;
import static org.yiwang.platform.Refusal.refuse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table as text after RFC 4180, in UTF-8 or GB18030, as spreadsheets and platforms write it in China. The sign between the cells is found in the first line. A
 * cell is text always: what was a date there is read as one later.
 */
final class CsvFile {
    private static final long BYTES_MAX = 20L << 20;
    private static final int CELL_CHARACTERS_MAX = 32_767;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    /** ="00123": how exports keep spreadsheets from taking a code for a number. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

    private final String text;
    private final char between;
    private int at;
    private int row;

    private CsvFile(String text) {
        this.text = text;
        this.between = between(text);
    }

    static XlsxFile.Rest read(Path path, Consumer<SheetRow> taker) throws IOException {
        if (Files.size(path) > BYTES_MAX)
            throw refuse(TOO_LARGE, "registry.csv-too-large", BYTES_MAX >> 20).exception();
        String text = text(Files.readAllBytes(path));
        boolean isNone =
                text.isBlank() || text.indexOf('\0') >= 0 || text.stripLeading().startsWith("<");
        if (isNone) throw refuse(UNSUPPORTED, "registry.no-table").exception();
        return new XlsxFile.Rest(List.of(), new CsvFile(text).rows(taker));
    }

    private static String text(byte[] bytes) {
        boolean isWide = bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
        String text = isWide
                ? new String(bytes, UTF_16)
                : decoded(bytes, UTF_8).or(() -> decoded(bytes, GB18030)).orElseThrow(() -> refuse(
                                UNSUPPORTED, "registry.csv-encoding")
                        .exception());
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** Empty where the bytes are no text in this encoding; nothing is replaced by question marks. */
    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static char between(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char one : new char[] {'\t', ';'}) if (count(first, one) > count(first, best)) best = one;
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(one -> one == sign).count();
    }

    private int rows(Consumer<SheetRow> taker) {
        int empty = 0;
        while (at < text.length()) {
            row++;
            SortedMap<Integer, CellValue> cells = row();
            if (cells.isEmpty()) empty++;
            else taker.accept(new SheetRow(row, cells));
        }
        return empty;
    }

    private SortedMap<Integer, CellValue> row() {
        TreeMap<Integer, CellValue> cells = new TreeMap<>();
        for (int column = 0; ; column++) {
            String cell = plain(cell());
            if (!cell.isEmpty()) cells.put(column, new CellValue.Text(FormulaStart.restore(cell)));
            if (at >= text.length()) return cells;
            char end = text.charAt(at++);
            if (end == between) continue;
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
            return cells;
        }
    }

    private static String plain(String raw) {
        String stripped = CellReader.stripped(raw);
        Matcher kept = KEPT_AS_TEXT.matcher(stripped);
        return kept.matches() ? CellReader.stripped(kept.group(1)) : stripped;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
    }

    private String bare() {
        int start = at;
        while (at < text.length() && !isEnd(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    private boolean isEnd(char sign) {
        return sign == between || sign == '\n' || sign == '\r';
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length() && cell.length() <= CELL_CHARACTERS_MAX) {
            char sign = text.charAt(at++);
            if (sign != '"') cell.append(sign);
            else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(sign);
                at++;
            } else return cell.append(bare()).toString();
        }
        throw refuse(UNSUPPORTED, "registry.csv-quote", row).exception();
    }
}
