package dev.helium.engine.kubernetes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A kind an API server serves.
 *
 * @param apiVersion group and version, or the version alone for the core group
 * @param kind the name in objects
 * @param plural the name in paths
 * @param namespaced true when its objects live in namespaces
 */
record ObjectKind(String apiVersion, String kind, String plural, boolean namespaced) {
  /** The path of one object; the namespace is left out for kinds that have none. */
  String path(String namespace, String name) {
    return collection(namespace) + "/" + encode(name);
  }

  /** The path of all objects of a namespace. */
  String collection(String namespace) {
    return groupPath(apiVersion)
        + (namespaced ? "/namespaces/" + encode(namespace) : "")
        + "/"
        + plural;
  }

  /** The path under which a group and version is discovered. */
  static String groupPath(String apiVersion) {
    return (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
  }

  static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
