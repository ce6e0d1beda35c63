package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** Under which names people and browsers reach the workspace, and its own parts each other. */
record Addresses(Setting setting) {
  static final int PACHD_PEER = 30653;

  /** Of console and pachd; empty when there is none but an address of the cluster. */
  String host() {
    if (values().flag("ingress.enabled")) {
      return said("ingress.host", byDomain(""));
    }
    return values().flag("proxy.enabled") ? said("proxy.host", byDomain("")) : "";
  }

  /** Of the notebooks; empty when there is none but an address of the cluster. */
  String notebooksHost() {
    return said("notebooks.host", byDomain("jh-"));
  }

  boolean encrypted() {
    boolean byIngress =
        values().flag("ingress.tls.enabled") || values().flag("ingress.uriHttpsProtoOverride");
    boolean byProxy = values().flag("proxy.enabled") && values().flag("proxy.tls.enabled");
    return byProxy || (values().flag("ingress.enabled") && byIngress);
  }

  /** With its scheme; only with a {@link #host}. */
  String url() {
    return (encrypted() ? "https://" : "http://") + host();
  }

  String notebooksUrl() {
    return (values().has("notebooks.ingress.tlsSecretName") ? "https://" : "http://")
        + notebooksHost();
  }

  /** Who says who somebody is. */
  String issuer() {
    if (values().has("oidc.issuerURI")) {
      return values().text("oidc.issuerURI");
    }
    if (!host().isEmpty()) {
      return url() + "/dex";
    }
    return "http://" + server() + ":" + port("identityPort") + "/dex";
  }

  /** The issuer as a browser has to find it. */
  String issuerForBrowsers() {
    return said(
        "console.config.reactAppRuntimeIssuerURI",
        host().isEmpty() ? "http://localhost:" + port("identityPort") : url());
  }

  /** Where a browser finds the issuer while logging in. */
  String issuerHostForUsers() {
    if (values().has("oidc.userAccessibleOauthIssuerHost")) {
      String said = values().text("oidc.userAccessibleOauthIssuerHost");
      return said.startsWith("http") ? said : (encrypted() ? "https://" : "http://") + said;
    }
    return host().isEmpty() ? "http://localhost:" + port("identityPort") : url();
  }

  String consoleCallback() {
    return said(
        "console.config.oauthRedirectURI",
        (host().isEmpty() ? "http://localhost:" + Console.PORT : url())
            + "/oauth/callback/?inline=true");
  }

  String pachdCallback() {
    return said(
        "pachd.oauthRedirectURI",
        (host().isEmpty() ? "http://localhost:" + port("oidcPort") : url())
            + "/authorization-code/callback");
  }

  /** To the other provider of identities, after a login there. */
  String upstreamCallback() {
    return issuer() + "/callback";
  }

  /** For parts of this workspace. */
  String pachdPeer() {
    return setting.host("pachd-peer") + ":" + PACHD_PEER;
  }

  private String server() {
    return values().flag("enterpriseServer.enabled") ? EnterpriseServer.NAME : Pachd.NAME;
  }

  private String port(String name) {
    return values()
        .text(
            (values().flag("enterpriseServer.enabled") ? "enterpriseServer" : Pachd.NAME)
                + ".service."
                + name);
  }

  private String byDomain(String prefix) {
    return values().has("domain")
        ? prefix + setting.workspace() + "." + values().text("domain")
        : "";
  }

  private String said(String path, String otherwise) {
    return values().has(path) ? values().text(path) : otherwise;
  }

  private Values values() {
    return setting.values();
  }
}
