package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;

/** Certificates that servers show, from secrets that exist. */
final class Certificates {
  private static final String VOLUME = "pachd-tls-cert";

  private Certificates() {}

  /** Where a server of Pachyderm looks for its own. */
  static void mount(Plan plan, String path, Component server) {
    Values certificate = plan.values().at(path);
    if (certificate.flag("enabled")) {
      server
          .volume(Volumes.secret(VOLUME, certificate.text("secretName")))
          .mount(VOLUME, "/" + VOLUME);
      if (plan.values().flag("global.customCaCerts")) {
        server.environment("SSL_CERT_DIR", "/" + VOLUME);
      }
    }
  }
}
