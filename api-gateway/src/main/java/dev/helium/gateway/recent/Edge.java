package dev.helium.gateway.recent;

/**
 * One end of what is kept.
 *
 * @param index of the event that follows it
 * @param position of whoever has all before it
 */
public record Edge(long index, Position position) {}
