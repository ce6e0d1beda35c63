/**
 * A single Kafka broker in KRaft mode, run inside this JVM or as a process of its own.
 *
 * <p>Kafka's server classes are internal to it and change between releases: only this package may
 * touch them. Topics, and anything that knows Helium, live elsewhere.
 */
package dev.helium.broker;
