package org.yiwang.bench;

/** A server that is measured from outside, wherever it came from. */
interface Host extends AutoCloseable {
    int port();

    /** That of everybody among the demonstration's people. */
    String password() throws Exception;

    ProcessHandle process();

    @Override
    void close();
}
