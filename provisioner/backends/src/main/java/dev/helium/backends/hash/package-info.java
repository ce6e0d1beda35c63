/**
 * The backend {@code hash}: HASH as its Helm chart draws it, with its secrets kept as secrets. Each
 * part of it is told by a class of its own; {@link dev.helium.backends.hash.HashBackend} puts them
 * together.
 *
 * <p>Nothing here talks to a cluster, and nothing outside this folder knows any of it.
 */
package dev.helium.backends.hash;
