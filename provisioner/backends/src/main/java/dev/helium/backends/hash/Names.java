package dev.helium.backends.hash;

/** What objects are called: as the chart does for the release {@code hash}. */
final class Names {
  static final String FRONTEND = "hash-frontend";
  static final String API = "hash-api";
  static final String GRAPH = "hash-graph";
  static final String KRATOS = "hash-kratos";
  static final String SEARCH_LOADER = "hash-search-loader";
  static final String DASHBOARD = "hash-kubernetes-dashboard";

  /** Also the value of {@code pg.host} with which a database is made. */
  static final String DATABASE = "hash-db";

  /** Also the value of {@code redis.host} with which a cache is made. */
  static final String CACHE = "hash-redis";

  /** Of the ports that speak HTTP. */
  static final String HTTP = "http";

  private Names() {}

  /** The config map of a component. */
  static String config(String component) {
    return component + "-config";
  }

  /** The secret of a component, unless the user names another. */
  static String credentials(String component) {
    return component + "-credentials";
  }
}
