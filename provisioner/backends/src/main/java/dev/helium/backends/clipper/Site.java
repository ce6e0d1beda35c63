package dev.helium.backends.clipper;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/**
 * Where browsers find it. Without a domain of its own a workspace gets one below {@code
 * global.baseDomain}, so that no two of them claim the same.
 *
 * @param tlsSecret of the certificate; empty for none
 */
record Site(String domain, String tlsSecret) {
  static Site of(Setting setting) {
    Values values = setting.values();
    return new Site(
        values.has("global.domain")
            ? values.text("global.domain")
            : setting.workspace() + "." + values.text("global.baseDomain"),
        values.has("global.tlsSecret") ? values.text("global.tlsSecret") : "");
  }

  String url() {
    return scheme() + "://" + domain;
  }

  String grafanaHost() {
    return "grafana." + domain;
  }

  String grafanaUrl() {
    return scheme() + "://" + grafanaHost();
  }

  /** Of Grafana's own certificate, as it has another host. */
  String grafanaTlsSecret() {
    return tlsSecret.isEmpty() ? "" : "grafana-tls";
  }

  private String scheme() {
    return tlsSecret.isEmpty() ? "http" : "https";
  }
}
