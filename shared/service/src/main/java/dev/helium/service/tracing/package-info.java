/**
 * Spans: what a process does for a request, and since when. The one place that knows OpenTelemetry;
 * which spans there are, and what they say, is for those who make them.
 */
package dev.helium.service.tracing;
