/**
 * How late events come to thousands of subscribers, and what the gateway needs for it: {@code
 * ./helium benchmark stream}.
 */
package dev.helium.story.benchmark.stream;
