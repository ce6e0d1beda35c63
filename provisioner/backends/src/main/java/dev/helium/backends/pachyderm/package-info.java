/**
 * The backend {@code pachyderm}: versioned data, pipelines, a web console and notebooks. Each class
 * makes the objects of one part; {@link dev.helium.backends.pachyderm.Plan} says which parts there
 * are and how they find each other.
 */
package dev.helium.backends.pachyderm;
