/**
 * Saying in time that workspaces end soon.
 *
 * <p>Fed by the log, woken by a timer, as expiries are; nothing here ends anything.
 */
package dev.helium.deletion.warning;
