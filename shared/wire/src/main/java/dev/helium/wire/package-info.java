/**
 * How commands, events and views look outside a process: CloudEvents with JSON bodies, topic names,
 * and the sealing of uploads.
 *
 * <p>Knows the domain and JSON, and nothing that carries bytes: no Kafka, HTTP or map lives here.
 */
package dev.helium.wire;
