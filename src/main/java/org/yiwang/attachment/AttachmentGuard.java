package org.yiwang.attachment;

import java.util.UUID;
import org.yiwang.organisation.Staff;

/** Says who sees the attachments of one kind of matter; supplied by the module that links them. */
public interface AttachmentGuard {
    /** The kind that the module gives to {@link Attachments#link}, such as {@code case}. */
    String kind();

    boolean visible(Staff staff, UUID matter);
}
