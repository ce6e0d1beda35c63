/**
 * The whole road on real parts: processes that can be killed, a client that knows HTTP only, and
 * the log and the cluster to prove afterwards what has happened.
 *
 * <p>Knows the contracts (the API, the events) and none of the services' classes.
 */
package dev.helium.story;
