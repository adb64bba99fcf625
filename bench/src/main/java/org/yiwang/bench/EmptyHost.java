package org.yiwang.bench;

import java.nio.file.Path;

/** The demonstration's territory and people without their year: there within seconds. */
final class EmptyHost implements Host {
    private static final Path DATA = Path.of("bench", "target", "data").toAbsolutePath();

    private final Database database;
    private final Product product;
    private final Server server;

    private EmptyHost(Database database, Product product, Server server) {
        this.database = database;
        this.product = product;
        this.server = server;
    }

    static EmptyHost start() throws Exception {
        Database database = Database.create(DATA);
        Product product = Product.open(database, DATA);
        return new EmptyHost(database, product, Server.product(database, DATA));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public String password() {
        return Product.PASSWORD;
    }

    @Override
    public ProcessHandle process() {
        return server.process();
    }

    @Override
    public void close() {
        server.stop();
        product.close();
        database.close();
    }
}
