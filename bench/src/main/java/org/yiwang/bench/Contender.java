package org.yiwang.bench;

/** Something that can carry cases through their life; compared with the others in the same run. */
interface Contender {
    String name();

    /** What one client does again and again: one case from report to close, every step timed by the pulse. */
    interface Life {
        void live(Pulse pulse) throws Exception;
    }

    Life client(int number) throws Exception;

    /** Releases what the contender holds; called once, at the end. */
    default void close() throws Exception {}
}
