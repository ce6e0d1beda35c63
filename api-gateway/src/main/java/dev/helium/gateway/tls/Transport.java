package dev.helium.gateway.tls;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;

/** How the gateway and its clients speak to each other. */
public sealed interface Transport {
  /** Readable for everybody on the way; for this machine, or behind a proxy that does TLS. */
  record Plain() implements Transport {}

  /**
   * Over TLS.
   *
   * @param shown what the files held at the start
   */
  record Tls(TlsFiles files, TlsIdentity shown) implements Transport {
    public Tls {
      Objects.requireNonNull(files, "files");
      Objects.requireNonNull(shown, "shown");
    }
  }

  /** Fails with what is wrong when the files cannot be used. */
  static Future<Transport> tls(Vertx vertx, TlsFiles files) {
    return vertx.executeBlocking(() -> new Tls(files, TlsIdentity.read(vertx, files)), false);
  }
}
