package org.yiwang.registry.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiwang.scenario.form.Field;
import org.yiwang.scenario.form.Kind;
import tools.jackson.databind.JsonNode;

/**
 * How entries are found by any part of a text. Each single sign and each pair of neighbours becomes a number in an index that the database has of itself; what
 * the index finds is compared with the text itself, because two pairs may share a number.
 */
public final class SearchText {
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final int PAIRS = 0x1000_0000;
    private static final int MULTIPLIER = 0x9E37_79B1;

    private SearchText() {}

    /** What can be searched of an entry, one line a field. Personal fields are left out. */
    public static String words(Register register, String key, JsonNode data) {
        Stream<String> fields = register.form().fields().stream()
                .filter(SearchText::isSearched)
                .map(field -> data.path(field.name()).asString(""));
        return Stream.concat(Stream.of(key), fields)
                .map(SearchText::plain)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private static boolean isSearched(Field field) {
        boolean text = field.kind() == Kind.LINE || field.kind() == Kind.TEXT || field.kind() == Kind.RECORD;
        return text && !field.personal();
    }

    /** The same for people who write it with other blanks, widths or capitals. */
    public static String plain(String text) {
        String same = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOTHING.matcher(same).replaceAll("");
    }

    /** The numbers under which an entry with these words is kept. */
    public static List<Integer> index(String words) {
        Set<Integer> numbers = new TreeSet<>();
        words.lines().forEach(line -> {
            int[] signs = line.codePoints().toArray();
            for (int i = 0; i < signs.length; i++) {
                numbers.add(signs[i]);
                if (i > 0) numbers.add(pair(signs[i - 1], signs[i]));
            }
        });
        return List.copyOf(numbers);
    }

    /** The numbers that an entry has in which this text occurs. */
    public static List<Integer> wanted(String plain) {
        int[] signs = plain.codePoints().toArray();
        if (signs.length == 1) return List.of(signs[0]);
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 1; i < signs.length; i++) numbers.add(pair(signs[i - 1], signs[i]));
        return List.copyOf(numbers);
    }

    /** Above all code points, so that no pair is taken for a sign. */
    private static int pair(int first, int second) {
        return PAIRS | ((first * MULTIPLIER ^ second) >>> 4);
    }
}
