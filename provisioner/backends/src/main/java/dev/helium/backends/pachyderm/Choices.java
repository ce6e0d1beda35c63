package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Values;

/** Which parts there are, and whose services they use. */
record Choices(Values values) {
  boolean pachd() {
    return values.flag("pachd.enabled");
  }

  boolean enterpriseServer() {
    return values.flag("enterpriseServer.enabled");
  }

  /** Without pachd there is nothing that it could show. */
  boolean console() {
    return pachd() && values.flag("console.enabled");
  }

  boolean notebooks() {
    return pachd() && !values.flag("disableNotebooks");
  }

  boolean frontProxy() {
    return values.flag("proxy.enabled");
  }

  boolean ingress() {
    return values.flag("ingress.enabled");
  }

  boolean ownDatabase() {
    return values.flag("postgresql.enabled");
  }

  boolean cloudDatabaseProxy() {
    return values.flag("cloudsqlAuthProxy.enabled");
  }

  boolean ownLogs() {
    return values.flag("pachd.lokiDeploy");
  }

  boolean logs() {
    return ownLogs() || values.has("pachd.lokiHost");
  }

  StorageBackend storage() {
    return values.has("pachd.storage.backend")
        ? StorageBackend.valueOf(values.text("pachd.storage.backend"))
        : StorageBackend.of(values.text("deployTarget"));
  }

  /** Without an address of another one, the workspace has its own. */
  boolean ownStore() {
    return pachd()
        && storage() == StorageBackend.MINIO
        && !values.has("pachd.storage.minio.endpoint");
  }

  /** On a folder of the node, which only root may write to. */
  boolean root() {
    return storage() == StorageBackend.LOCAL && values.flag("pachd.storage.local.requireRoot");
  }

  boolean licensed() {
    return values.has("pachd.enterpriseLicenseKey")
        || values.has("pachd.enterpriseLicenseKeySecretName");
  }

  boolean member() {
    return values.flag("pachd.activateEnterpriseMember");
  }

  /** Logins need a licence, or an enterprise server that has one. */
  boolean logins() {
    return (licensed() || member()) && values.flag("pachd.activateAuth");
  }

  boolean auth0() {
    return values.has("auth0.issuer");
  }

  /** One well-known user, when nobody else can tell who somebody is. */
  boolean testLogin() {
    return values.flag("oidc.mockIDP")
        && !auth0()
        && values.objects("oidc.upstreamIDPs").isEmpty()
        && !values.has("oidc.upstreamIDPsSecretName");
  }

  boolean customCertificates() {
    return values.flag("pachd.tls.enabled") && values.flag("global.customCaCerts");
  }
}
