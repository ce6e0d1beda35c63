/**
 * The program's side of protobuf and gRPC: what the SDK calls, how the program is started, and how
 * values travel. What plugins are asked is in {@code plugin}.
 */
package dev.helium.engine.protocol;
