package dev.helium.service.metrics;

import java.util.Locale;

/** Which threads. A pool that is made for a cluster counts with those of all other clusters. */
enum Pool {
  /** What blocks and belongs to nothing else. */
  WORKER,
  /** Of the library: names, files. */
  INTERNAL,
  /** Reads of what is far back in the log. */
  HISTORY,
  /** Looks at clusters for what was destroyed. */
  CLUSTER,
  /** Comparisons of clusters with the log. */
  SURVEY,
  /** Names of hosts that webhooks are at. */
  NAMES,
  OTHER;

  /**
   * @param name as the pool was made
   */
  static Pool of(String name) {
    return switch (name) {
      case "vert.x-worker-thread" -> WORKER;
      case "vert.x-internal-blocking" -> INTERNAL;
      case "event-archive", "webhook-archive", "audit-archive", "event-pages" -> HISTORY;
      case "webhook-names" -> NAMES;
      case String cluster when cluster.startsWith("cluster-") -> CLUSTER;
      case String survey when survey.startsWith("survey-") -> SURVEY;
      case String ignored -> OTHER;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
