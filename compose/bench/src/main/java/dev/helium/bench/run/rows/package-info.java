/**
 * The rows, a class each: which benchmark is run for it, and how much of it when it is to be quick.
 */
package dev.helium.bench.run.rows;
