/**
 * The read model: what can be said about every workspace, folded from the events of the log and
 * kept in an embedded Hazelcast cluster.
 *
 * <p>Nothing here decides anything, talks HTTP or knows Kafka; all of Hazelcast is known here only.
 */
package dev.helium.view;
