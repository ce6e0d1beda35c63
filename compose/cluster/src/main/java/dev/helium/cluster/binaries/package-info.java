/**
 * Where the five programs come from: a named folder, the search path, the cache folder, the
 * official downloads or a build with Go, in that order. Knows nothing of how they are run.
 */
package dev.helium.cluster.binaries;
