/**
 * What was said in the log, what is to be said now, and the saying of it.
 *
 * <p>Knows the log only as a place to append to; confined to one thread but for the set of marks.
 */
package dev.helium.watcher.publishing;
