/**
 * The events as a stream over HTTP, for whoever listens: one reader of the log for all who are up
 * to date, a few for those who catch up. Nothing here changes anything, and no subscriber makes
 * another one wait.
 */
package dev.helium.gateway.stream;
