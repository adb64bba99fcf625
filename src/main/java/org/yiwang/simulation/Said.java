package org.yiwang.simulation;

import java.time.Instant;

/**
 * One message, or what is sent in its place.
 *
 * @param by whose connection it goes over
 * @param device whose message it is, as the topic says; mostly the same
 * @param payload as it goes over the wire
 * @param once what no device would send again when it was not acknowledged
 */
record Said(Instant at, String by, String device, String kind, String payload, boolean once) {}
