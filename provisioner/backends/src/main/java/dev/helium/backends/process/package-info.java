/**
 * Processes that backends have others' code run in: with the environment that is named and no
 * other, and an end to their time, their memory and what is kept of their output. It knows no
 * backend.
 */
package dev.helium.backends.process;
