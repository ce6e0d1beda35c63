/**
 * Which partitions of the log this process speaks for, and what the log says of them when it begins
 * to. All knowledge of groups, owners and positions lives here; what is to be said does not.
 */
package dev.helium.watcher.sharing;
