/**
 * The log: commands and events on Kafka, through the Vert.x client.
 *
 * <p>The one place that knows Kafka's settings, and where offsets are committed. What the records
 * mean is decided elsewhere.
 */
package dev.helium.log;
