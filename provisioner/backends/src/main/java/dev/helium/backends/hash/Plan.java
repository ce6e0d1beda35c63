package dev.helium.backends.hash;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** What every part of a workspace is told. */
record Plan(Values values, String namespace, Hosts hosts, Credentials credentials) {
  static Plan of(Setting setting) {
    return new Plan(
        setting.values(),
        setting.namespace(),
        Hosts.of(setting),
        new Credentials(setting.values(), setting.secrets()));
  }

  /** Whether the database is made here, as its host is called as ours is. */
  boolean ownDatabase() {
    return ownDatabase(values);
  }

  static boolean ownDatabase(Values values) {
    return values.text("pg.host").equals(Names.DATABASE);
  }

  boolean ownCache() {
    return values.text("redis.host").equals(Names.CACHE);
  }

  /** Where pods find the identity server: what browsers use, and what only the API may. */
  String kratosPublicUrl() {
    return inside(Names.KRATOS, values.number("kratos.publicPort"));
  }

  String kratosPrivateUrl() {
    return inside(Names.KRATOS, values.number("kratos.privatePort"));
  }

  String apiUrl() {
    return inside(Names.API, values.number("api.internal.port"));
  }

  String graphUrl() {
    return inside(Names.GRAPH, values.number("graph.port"));
  }

  /** A whole image name, or one of the images that belong together. */
  String image(String path, String name) {
    return values.has(path)
        ? values.text(path)
        : values.text("images.registry") + "/" + name + ":" + values.text("images.tag");
  }

  private static String inside(String service, int port) {
    return "http://" + service + ":" + port;
  }
}
