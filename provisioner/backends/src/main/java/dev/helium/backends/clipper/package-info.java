/**
 * The backend {@code clipper}: a site for sharing clips, as its umbrella chart draws it, with one
 * domain for all of it and its secrets made. Each part of it is told by a class of its own; {@link
 * dev.helium.backends.clipper.ClipperBackend} puts them together.
 *
 * <p>Nothing here talks to a cluster, and nothing outside this folder knows any of it.
 */
package dev.helium.backends.clipper;
