@NullMarked
package org.yiwang.rounds.web;

import org.jspecify.annotations.NullMarked;
