/**
 * The backend {@code posthog}: PostHog's app with its stores, all in one namespace and with nothing
 * that belongs to a whole cluster. What the values are called, and the names of objects, are those
 * of PostHog's own chart.
 */
package dev.helium.backends.posthog;
