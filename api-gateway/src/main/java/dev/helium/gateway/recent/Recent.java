package dev.helium.gateway.recent;

/**
 * What is kept of the log that this gateway reads.
 *
 * @param format of its positions
 */
public record Recent(PositionFormat format, RecentEvents events) {}
