package dev.helium.backends.helicone;

import dev.helium.backends.product.Values;

/** The components, in the order in which they become ready. */
enum Part {
  DB("db", 5432, ""),
  CLICKHOUSE("clickhouse", 8123, "/ping"),
  IMGPROXY("imgproxy", 5001, "/health"),
  AUTH("auth", 9999, "/health"),
  REST("rest", 3000, ""),
  REALTIME("realtime", 4000, ""),
  META("meta", 8080, "/health"),
  STORAGE("storage", 5000, "/status"),
  FUNCTIONS("functions", 9000, "/_internal/health"),
  KONG("kong", 8000, ""),
  STUDIO("studio", 3000, ""),
  WEB("helicone.web", 3000, ""),
  WORKER("helicone.worker", 8787, "");

  private final String path;
  private final int port;
  private final String health;

  Part(String path, int port, String health) {
    this.path = path;
    this.port = port;
    this.health = health;
  }

  /** Of its values. */
  String path() {
    return path;
  }

  /** That its container listens on. */
  int port() {
    return port;
  }

  /** The path that answers when it works; empty when taking connections is all that can be told. */
  String health() {
    return health;
  }

  String shortName() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Of its deployment, service, config map and ingress. */
  String objectName() {
    return "helicone-" + shortName();
  }

  Values in(Values all) {
    return all.at(path);
  }

  boolean isIn(Values all) {
    Values own = in(all);
    return !own.has("enabled") || own.flag("enabled");
  }

  boolean hasIngress(Values all) {
    Values own = in(all);
    return isIn(all) && own.has("ingress") && own.flag("ingress.enabled");
  }
}
