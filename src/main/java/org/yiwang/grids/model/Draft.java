package org.yiwang.grids.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import org.yiwang.platform.Sm3;

/** The duty table as it would be published now. */
public record Draft(List<Survey> surveys, List<Line> lines) {
    private static final int TAG_BYTES = 12;

    public List<Line> open() {
        return lines.stream().filter(Line::isOpen).toList();
    }

    /** The same as long as the table would be the same: whoever publishes says which one was looked at. */
    public String tag() {
        return HexFormat.of().formatHex(Sm3.hash(lines.toString().getBytes(UTF_8)), 0, TAG_BYTES);
    }
}
