package dev.helium.gateway.recent;

import io.vertx.core.buffer.Buffer;

/**
 * An event as it is kept for all who are up to date.
 *
 * @param index counts what was ever kept
 * @param whole the lines with the id before them, as they are for whoever has all before it
 * @param after the position of whoever has it and all before it
 */
public record KeptEvent(long index, ToldEvent event, Buffer whole, Position after) {}
