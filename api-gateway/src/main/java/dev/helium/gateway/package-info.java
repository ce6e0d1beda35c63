/**
 * The process that speaks HTTP: its settings, its parts put together, and the projection of the log
 * into the view that it reads from.
 *
 * <p>What HTTP needs is in {@code http}, who asks in {@code identity}, what is asked for in {@code
 * workspaces}, and what has happened in {@code history}. Nothing is decided here: requests become
 * commands, answers come from the view.
 */
package dev.helium.gateway;
