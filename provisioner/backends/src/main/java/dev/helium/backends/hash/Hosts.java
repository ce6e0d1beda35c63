package dev.helium.backends.hash;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/**
 * Under which names browsers reach it. Without a domain of its own a workspace gets one below
 * {@code root.baseDomain}, so that no two of them claim the same.
 *
 * @param scheme {@code https} when the ingress has a certificate
 * @param root for cookies and the addresses of types
 */
record Hosts(
    String scheme, String root, String frontend, String api, String kratos, String dashboard) {

  static Hosts of(Setting setting) {
    Values values = setting.values();
    String root =
        given(values, "root.domain", setting.workspace() + "." + values.text("root.baseDomain"));
    return new Hosts(
        values.has("ingress.tlsSecret") ? "https" : "http",
        root,
        given(values, "frontend.domain", root),
        given(values, "api.domain", "api." + root),
        given(values, "kratos.domain", "kratos." + root),
        values.text("dev.k8sdash.subdomain") + "." + given(values, "dev.domain", root));
  }

  String frontendUrl() {
    return url(frontend);
  }

  String apiUrl() {
    return url(api);
  }

  String kratosUrl() {
    return url(kratos);
  }

  String dashboardUrl() {
    return url(dashboard);
  }

  private String url(String host) {
    return scheme + "://" + host;
  }

  private static String given(Values values, String path, String otherwise) {
    return values.has(path) ? values.text(path) : otherwise;
  }
}
