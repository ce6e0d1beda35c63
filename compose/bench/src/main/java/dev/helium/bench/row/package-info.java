/**
 * What a benchmark says about what it has measured, and how it writes that down. Benchmarks of
 * every module use it; it knows none of them.
 */
package dev.helium.bench.row;
