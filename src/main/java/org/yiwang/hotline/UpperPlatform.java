package org.yiwang.hotline;

import java.time.LocalDate;
import java.util.List;
import org.yiwang.hotline.model.Listed;
import org.yiwang.hotline.model.Message;
import org.yiwang.hotline.model.Push;

/**
 * The platform above us, as far as we need it. An office whose city has another interface than docs/hotline.md writes another implementation of these four
 * questions; nothing else knows the wire.
 */
public interface UpperPlatform {
    /** It cannot be reached, or it cannot answer now. The same question may be asked again. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String why) {
            super(why);
        }
    }

    /** It has understood and says no; asking again would change nothing. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Refused(String why) {
            super(why);
        }
    }

    /** @param more whether there are further ones behind these */
    record Batch(List<Message> messages, boolean more) {}

    /** Messages with numbers above {@code after}; they may come twice and in any order. */
    Batch messages(long after);

    /** Tells something of an order; told twice under the same key it counts once. */
    void tell(Push push);

    /** The orders that it received on a day for this sub-district, with where they stand there. */
    List<Listed> listed(LocalDate day);

    /** One order, for a day's list that names one we do not have. */
    Message.Ordered order(String no);
}
