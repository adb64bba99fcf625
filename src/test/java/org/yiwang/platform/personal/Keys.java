package org.yiwang.platform.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;
import org.yiwang.platform.Sm3;

/** Keys for tests: the same number gives the same key. */
public final class Keys {
    private Keys() {}

    static DataKey key(int number) {
        return new DataKey("k" + number, Sm3.hash(("test key " + number).getBytes(UTF_8)));
    }

    public static PersonalData personalData() {
        return upTo(1);
    }

    /** After as many changes of keys. */
    public static PersonalData upTo(int number) {
        List<DataKey> keys =
                IntStream.rangeClosed(1, number).mapToObj(Keys::key).toList();
        return new PersonalData(keys);
    }
}
