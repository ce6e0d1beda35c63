package dev.helium.cluster.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The file that tells a Kubernetes client where the server is, whom to trust and who it is. */
public final class Kubeconfig {

  private Kubeconfig() {}

  /** Everything is in the one file, so it can be copied anywhere on this machine. */
  public static String of(URI server, String authorityCertificate, String user, Identity identity) {
    return """
    apiVersion: v1
    kind: Config
    current-context: helium
    contexts:
      - name: helium
        context:
          cluster: helium
          user: "%s"
          namespace: default
    clusters:
      - name: helium
        cluster:
          server: %s
          certificate-authority-data: %s
    users:
      - name: "%s"
        user:
          client-certificate-data: %s
          client-key-data: %s
    """
        .formatted(
            user,
            server,
            encode(authorityCertificate),
            user,
            encode(identity.certificate()),
            encode(identity.key()));
  }

  private static String encode(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
