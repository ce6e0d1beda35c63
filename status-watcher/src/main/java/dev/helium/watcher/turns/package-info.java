/** Taking turns on one thread, now and later. Knows neither the log nor the cluster. */
package dev.helium.watcher.turns;
