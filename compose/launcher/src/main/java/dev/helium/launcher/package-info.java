/**
 * Everything started together on one machine, and the commands a person gives.
 *
 * <p>The entry point only. What runs is in {@code stack}, the API's client in {@code client}, what
 * a terminal shows in {@code console}, and the command line that joins them in {@code command}.
 */
package dev.helium.launcher;
