/**
 * Proving that what was destroyed is gone: what to look at, when to look again, what to make of it.
 *
 * <p>Knows the cluster only as something that can be asked; asks and answers are values.
 */
package dev.helium.deletion.proof;
