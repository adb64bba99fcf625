package org.yiwang.scenario;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yiwang.scenario.Node.Entry;
import org.yiwang.scenario.Node.Mapping;
import org.yiwang.scenario.Node.Scalar;
import org.yiwang.scenario.Node.Sequence;

/** YAML as packages may use it: one document, no anchors, aliases or tags, no key twice, no great depth. Every node keeps its line. */
public final class ReadYaml {
    private static final int DEPTH_MAX = 20;
    private static final int NODES_MAX = 20_000;

    /** What the house does not take, though YAML does. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Spot spot;
        private final String code;
        private final transient Object[] arguments;

        NotTaken(Spot spot, String code, Object... arguments) {
            super(code, null, false, false);
            this.spot = spot;
            this.code = code;
            this.arguments = arguments;
        }
    }

    private final String file;
    private final Iterator<Event> events;
    private int nodes;

    private ReadYaml(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The file's document; empty, with a fault that says where, when it is none. */
    public static Optional<Node> of(String file, byte[] content, Faults faults) {
        try {
            return Optional.of(new ReadYaml(file, utf8(content)).document());
        } catch (CharacterCodingException e) {
            faults.fault(new Spot(file, 1), "scenario.not-utf8");
        } catch (NotTaken e) {
            faults.fault(e.spot, e.code, e.arguments);
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
            faults.fault(new Spot(file, line), "scenario.not-yaml", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            faults.fault(new Spot(file, 1), "scenario.not-yaml", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String utf8(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private Node document() {
        events.next();
        Event start = events.next();
        if (start.getEventId() == Event.ID.StreamEnd) throw new NotTaken(spot(start), "scenario.empty-file");
        Node root = node(events.next(), 0);
        events.next();
        Event rest = events.next();
        if (rest.getEventId() != Event.ID.StreamEnd) throw new NotTaken(spot(rest), "scenario.second-document");
        return root;
    }

    private Node node(Event event, int depth) {
        Spot spot = spot(event);
        refuseExtras(event, spot);
        if (depth > DEPTH_MAX) throw new NotTaken(spot, "scenario.too-deep", DEPTH_MAX);
        if (++nodes > NODES_MAX) throw new NotTaken(spot, "scenario.too-many-nodes", NODES_MAX);
        return switch (event.getEventId()) {
            case MappingStart -> mapping(spot, depth);
            case SequenceStart -> sequence(spot, depth);
            case Scalar -> scalar((ScalarEvent) event, spot);
            case Alias, Comment, DocumentEnd, DocumentStart, MappingEnd, SequenceEnd, StreamEnd, StreamStart ->
                throw new IllegalStateException("No node begins with " + event);
        };
    }

    private void refuseExtras(Event event, Spot spot) {
        boolean isAnchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (event instanceof CollectionStartEvent start && start.getTag().isPresent())
            throw new NotTaken(spot, "scenario.tag", start.getTag().get());
        if (event instanceof AliasEvent || isAnchored) throw new NotTaken(spot, "scenario.alias");
    }

    private Mapping mapping(Spot spot, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Spot place = spot(key);
            if (!(node(key, depth + 1) instanceof Scalar name)) throw new NotTaken(place, "scenario.key-not-text");
            Entry entry = new Entry(place, node(events.next(), depth + 1));
            Entry before = entries.putIfAbsent(name.text(), entry);
            if (before != null)
                throw new NotTaken(
                        place, "scenario.key-twice", name.text(), before.spot().line());
        }
        return new Mapping(spot, entries);
    }

    private Sequence sequence(Spot spot, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next())
            items.add(node(item, depth + 1));
        return new Sequence(spot, List.copyOf(items));
    }

    private static Scalar scalar(ScalarEvent event, Spot spot) {
        if (event.getTag().isPresent())
            throw new NotTaken(spot, "scenario.tag", event.getTag().get());
        return new Scalar(spot, event.getValue(), !event.isPlain());
    }

    private Spot spot(Event event) {
        return new Spot(file, event.getStartMark().map(Mark::getLine).orElse(0) + 1);
    }
}
