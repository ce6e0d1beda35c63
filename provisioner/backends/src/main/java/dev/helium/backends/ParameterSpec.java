package dev.helium.backends;

/**
 * A value that a backend takes.
 *
 * @param initial what counts when it is not given; empty for none
 */
public record ParameterSpec(String name, String description, String initial) {}
