/**
 * The one place that knows protobuf and gRPC: what the SDK calls, how the program is started, and
 * how values travel.
 */
package dev.helium.engine.protocol;
