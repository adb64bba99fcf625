package org.yiwang.registry.sheet;

import static org.yiwang.platform.Refusal.Kind.TOO_LARGE;
import static org.yiwang.platform.Refusal.refuse;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the texts that the cells of a workbook refer to (ECMA-376 part 1, 18.4). Phonetic guides are left out: they are not the text. */
final class SharedTexts extends DefaultHandler {
    private final PackedStrings texts;
    private @Nullable StringBuilder item;
    private boolean inText;
    private int phonetic;

    SharedTexts(PackedStrings texts) {
        this.texts = texts;
    }

    @Override
    public void startElement(String space, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "si" -> item = new StringBuilder();
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {}
        }
    }

    @Override
    public void characters(char[] signs, int start, int length) {
        if (inText && item != null) item.append(signs, start, length);
    }

    @Override
    public void endElement(String space, String name, String qualified) {
        switch (name) {
            case "rPh" -> phonetic--;
            case "t" -> inText = false;
            case "si" -> add();
            default -> {}
        }
    }

    private void add() {
        String text = item == null ? "" : item.toString();
        item = null;
        if (!texts.add(text)) {
            throw refuse(TOO_LARGE, "registry.too-much-text", PackedStrings.BYTES_MAX >> 20)
                    .exception();
        }
    }
}
