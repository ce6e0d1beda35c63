/**
 * What a rendered chart makes, and in which order: pure functions of what was rendered and what was
 * kept of the run before. Nothing here talks to anything.
 */
package dev.helium.backends.helm.release;
