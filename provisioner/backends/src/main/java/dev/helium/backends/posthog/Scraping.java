package dev.helium.backends.posthog;

import java.util.Map;

/** Tells Prometheus whose metrics to collect. */
final class Scraping {
  private Scraping() {}

  /** Annotations of pods. */
  static Map<String, String> of(String port) {
    return Map.of(
        "prometheus.io/scrape", "true",
        "prometheus.io/path", "/metrics",
        "prometheus.io/port", port);
  }
}
