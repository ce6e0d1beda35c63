/**
 * What keeps too much away from the operations: rates of requests and of failed sign-ins, changes
 * that are turned away while it is busy, names of hosts, and the end of the process. Nothing here
 * knows what is asked for.
 */
package dev.helium.gateway.guard;
