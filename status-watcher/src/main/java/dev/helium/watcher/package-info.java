/**
 * The service: its settings, its wiring and its life.
 *
 * <p>What is seen comes in through {@code cluster}, is judged object by object in {@code judging},
 * put together in {@code folding}, and leaves through {@code publishing}.
 */
package dev.helium.watcher;
