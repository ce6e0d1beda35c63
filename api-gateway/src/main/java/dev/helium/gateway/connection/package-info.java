/**
 * Connections before and between requests: how many there may be, and how long each may take.
 * Nothing here knows what is asked for.
 *
 * <p>The server library has one idle time for a whole connection, which must be longer than
 * anything is waited for. What is told apart here it tells only in its pipeline, so this package
 * alone speaks to that; see the rationale.
 */
package dev.helium.gateway.connection;
