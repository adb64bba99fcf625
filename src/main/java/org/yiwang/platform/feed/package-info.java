/** What happened, told to everyone who follows along: an outbox row in the writer's transaction, read by every node as soon as it is committed. */
@NullMarked
package org.yiwang.platform.feed;

import org.jspecify.annotations.NullMarked;
