/**
 * Who asked for what, and what came of it: noted when a request has been answered, written to the
 * log beside the answers, and read again by those who run Helium.
 *
 * <p>Nothing here may hold up an answer or change one.
 */
package dev.helium.gateway.audit;
