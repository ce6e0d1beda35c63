/**
 * The deletion controller process: its settings, what it knows of every workspace, and how its
 * parts are put together.
 */
package dev.helium.deletion;
