/**
 * When objects of the usual kinds count as ready, judged by what the API server shows of them. Pure
 * rules on JSON: no connection, no waiting.
 */
package dev.helium.engine.kubernetes.readiness;
