/**
 * The edge to the cluster: the questions that a proof needs, and word of namespaces that change.
 *
 * <p>Only reads. Every call that blocks runs on a bounded pool of its own.
 */
package dev.helium.deletion.cluster;
