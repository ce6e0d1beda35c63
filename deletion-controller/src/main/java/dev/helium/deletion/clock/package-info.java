/**
 * Whether the wall clock can be believed: it is held against a clock that only counts, and against
 * what the broker says.
 *
 * <p>Whoever compares an instant with the time, and acts on it, asks here for the time.
 */
package dev.helium.deletion.clock;
