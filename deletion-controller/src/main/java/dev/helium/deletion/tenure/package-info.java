/** What the log says of each workspace, as far as its end depends on it. Pure. */
package dev.helium.deletion.tenure;
