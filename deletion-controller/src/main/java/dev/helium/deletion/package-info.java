/**
 * The service: its settings, its wiring and its life.
 *
 * <p>What the log says of each workspace is kept in {@code tenure}; {@code expiry} asks for
 * deletion when time is up; {@code proof} looks whether what was destroyed is gone, through {@code
 * cluster}.
 */
package dev.helium.deletion;
