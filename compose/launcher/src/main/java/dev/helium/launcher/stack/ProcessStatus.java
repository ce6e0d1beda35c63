package dev.helium.launcher.stack;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of what runs.
 *
 * @param state one or a few words
 * @param healthy false when something has to be done about it
 * @param process 0 when there is none
 * @param residentKibibytes as the system counts it, shared pages included
 */
public record ProcessStatus(
    String name,
    String state,
    boolean healthy,
    long process,
    String address,
    Optional<Instant> started,
    OptionalLong residentKibibytes) {}
