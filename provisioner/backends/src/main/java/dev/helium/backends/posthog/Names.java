package dev.helium.backends.posthog;

/** What objects are called: as the chart calls them in a release of the name {@code posthog}. */
final class Names {
  static final String POSTHOG = "posthog";
  static final String WEB = "posthog-web";
  static final String EVENTS = "posthog-events";
  static final String WORKER = "posthog-worker";
  static final String BEAT = "posthog-beat";
  static final String PLUGINS = "posthog-plugins";
  static final String MIGRATE = "posthog-migrate";
  static final String PGBOUNCER = "posthog-pgbouncer";
  static final String POSTGRES = "posthog-posthog-postgresql";
  static final String REDIS = "posthog-posthog-redis";
  static final String REDIS_MASTER = "posthog-posthog-redis-master";
  static final String KAFKA = "posthog-posthog-kafka";
  static final String ZOOKEEPER = "posthog-posthog-zookeeper";
  static final String CLICKHOUSE = "clickhouse-posthog";
  static final String STATSD = "posthog-statsd";
  static final String HEADLESS = "-headless";

  private Names() {}
}
