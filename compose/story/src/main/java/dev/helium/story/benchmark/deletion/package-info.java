/**
 * How exact and how fast the end of workspaces is, on real parts: {@code ./helium benchmark
 * deletion}.
 */
package dev.helium.story.benchmark.deletion;
