package dev.helium.story.chaos.journal;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something with its place in a topic.
 *
 * @param written when the record was handed to the broker
 * @param fence of the owner that wrote it, where the record says so
 */
public record Logged<T>(T value, int partition, long offset, Instant written, OptionalLong fence) {}
