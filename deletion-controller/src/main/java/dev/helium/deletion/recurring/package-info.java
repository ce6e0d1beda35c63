/**
 * Workspaces that are made anew at the instants of a schedule, the old one going when the new one
 * is ready: {@code HELIUM_RECURRING}.
 *
 * <p>What was made, and what came of it, is known from the log alone.
 */
package dev.helium.deletion.recurring;
