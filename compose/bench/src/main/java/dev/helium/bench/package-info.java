/**
 * {@code ./helium bench}: what a person asks for. What is measured stands with what it measures.
 */
package dev.helium.bench;
