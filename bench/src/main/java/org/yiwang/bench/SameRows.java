package org.yiwang.bench;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the product writes in a life, recorded once and written again under new ids: the same statements with the same bytes on the same tables and indexes,
 * without the reading, deciding and hashing before. Shows how much of the distance to the limit is the price of the rows.
 */
final class SameRows implements Contender {
    private final DataSource source;
    private final List<Recorder.Sent> writes;
    private final UUID recorded;

    SameRows(DataSource source, List<Recorder.Sent> sent) {
        this.source = source;
        this.writes = sent.stream().filter(s -> !s.isQuery()).toList();
        this.recorded = id(writes.getFirst());
        if (writes.size() != Cell.STEPS_PER_LIFE)
            throw new IllegalStateException(
                    "A life wrote in %d round trips instead of %d".formatted(writes.size(), Cell.STEPS_PER_LIFE));
    }

    /** One life of the product's engine as it goes over the wire. */
    static List<Recorder.Sent> record(Product product, EngineSteps engine) {
        List<Recorder.Sent> sent = new ArrayList<>();
        sent.addAll(product.recorder().record(() -> {
            try {
                engine.client(0).live(new Pulse(Long.MAX_VALUE));
            } catch (Exception e) {
                throw new IllegalStateException("The life to be recorded failed", e);
            }
        }));
        return sent;
    }

    private static UUID id(Recorder.Sent insert) {
        return insert.parameters().stream()
                .map(p -> p.arguments()[1])
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String name() {
        return "same rows";
    }

    @Override
    public Life client(int number) {
        return pulse -> {
            UUID id = UUID.randomUUID();
            for (Recorder.Sent write : writes) pulse.step(() -> write(write, id));
        };
    }

    private boolean write(Recorder.Sent write, UUID id) throws Exception {
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement(write.sql())) {
            for (Recorder.Parameter parameter : write.parameters()) set(connection, sql, parameter, id);
            return sql.execute();
        }
    }

    /** Request keys are unique, so they are made anew like the case's id. */
    private void set(Connection connection, PreparedStatement sql, Recorder.Parameter parameter, UUID id)
            throws Exception {
        Method setter = parameter.setter();
        Object[] arguments = parameter.arguments().clone();
        Object value = arguments[1];
        if (value.equals(recorded)) arguments[1] = id;
        else if (value instanceof Recorder.ArrayContent array)
            arguments[1] = connection.createArrayOf(array.type(), array.elements());
        else if (value instanceof String text && isKey(text))
            arguments[1] = UUID.randomUUID().toString();
        setter.invoke(sql, arguments);
    }

    private static boolean isKey(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    }
}
