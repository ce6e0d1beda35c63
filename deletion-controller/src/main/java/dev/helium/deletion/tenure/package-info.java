/**
 * What the log says of each workspace, folded once: as far as its end depends on it, and as far as
 * it says what has to be found of it. Pure.
 */
package dev.helium.deletion.tenure;
