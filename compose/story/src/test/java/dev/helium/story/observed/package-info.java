/**
 * The whole system under load and under faults, watched by a real Prometheus: what panels, rules
 * and alerts make of it.
 */
package dev.helium.story.observed;
