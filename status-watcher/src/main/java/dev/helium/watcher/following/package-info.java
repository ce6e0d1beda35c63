/** Following the log for as long as the process lives, however often reading it is interrupted. */
package dev.helium.watcher.following;
