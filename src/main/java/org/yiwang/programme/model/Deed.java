package org.yiwang.programme.model;

import java.util.UUID;

/** What was done with a programme. */
public sealed interface Deed {

    record Opened() implements Deed {}

    /**
     * A paper was put in. An older one of the same kind stays, and no longer counts.
     *
     * @param version of the papers of its kind, counted from 1
     */
    record PaperAdded(String paper, int version, UUID attachment, String name) implements Deed {}

    /** @param conditions what must be fulfilled; empty where it is none */
    record OpinionGiven(Verdict verdict, String text, String conditions) implements Deed {}

    /**
     * It went to another stage.
     *
     * @param answers what the step asked, as canonical JSON
     * @param digest of the edition that was handed in, SM3 in hex; empty where none was
     */
    record StepTaken(String step, String to, String note, String answers, String digest) implements Deed {}
}
