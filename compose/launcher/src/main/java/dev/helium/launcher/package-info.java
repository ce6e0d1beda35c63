/** Everything started together on one machine. */
package dev.helium.launcher;
