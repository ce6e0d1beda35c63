package dev.helium.backends.clipper;

/**
 * What objects are called, and the values of each: the charts' names, which the umbrella chart has
 * as keys too.
 */
final class Names {
  static final String BACKEND = "clipper-backend";
  static final String FRONTEND = "clipper-frontend";
  static final String POSTGRES = "clipper-postgres";
  static final String REDIS = "clipper-redis";
  static final String PROMETHEUS = "clipper-prometheus";
  static final String GRAFANA = "clipper-grafana";
  static final String LOKI = "clipper-loki";

  /** Every pod of the API by itself. */
  static final String BACKEND_PODS = "clipper-backend-pods";

  static final String BACKEND_SECRET = "backend-secrets";
  static final String POSTGRES_SECRET = "postgres-secret";
  static final String REDIS_SECRET = "redis-secret";
  static final String GRAFANA_SECRET = "grafana-secret";

  /** Of the ports that speak HTTP. */
  static final String HTTP = "http";

  private Names() {}

  /** The config map of a component. */
  static String config(String component) {
    return component + "-config";
  }
}
