package dev.helium.backends.pachyderm;

import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the identity service inside pachd is told, and nobody needs to keep secret. */
final class IdentitySettings {
  static final String NAME = "pachyderm-identity-config";
  static final String SERVICE = "identity-config";
  static final String CLIENTS = "oidc-clients";
  static final String PEERS = "trusted-peers";

  static final String MEMBER = "pachyderm-enterprise-config";
  static final String CLUSTER = "enterprise-cluster";

  private IdentitySettings() {}

  static List<HasMetadata> objects(Plan plan) {
    Values oidc = plan.values().at("oidc");
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(
        KubernetesObjects.configMap(
            NAME,
            Map.of(
                SERVICE,
                Documents.of(
                    Documents.tree(
                        "issuer",
                        plan.addresses().issuer(),
                        "id_token_expiry",
                        oidc.text("IDTokenExpiry"),
                        "rotation_token_expiry",
                        oidc.text("RotationTokenExpiry"))),
                CLIENTS,
                Documents.of(clients(plan)),
                PEERS,
                Documents.of(plan.values().words("pachd.additionalTrustedPeers")))));
    if (plan.choices().member()) {
      objects.add(
          KubernetesObjects.configMap(
              MEMBER,
              Map.of(
                  CLUSTER,
                  Documents.of(
                      Documents.tree(
                          "address",
                          plan.named(
                              "pachd.enterpriseCallbackAddress", plan.addresses().pachdPeer()),
                          "id",
                          plan.values().text("pachd.oauthClientID"),
                          "user_address",
                          "grpc://localhost:30650")))));
    }
    return objects;
  }

  private static List<Map<String, Object>> clients(Plan plan) {
    String pachd = plan.values().text("pachd.oauthClientID");
    Map<String, Object> server = client(pachd, plan.addresses().pachdCallback());
    if (!plan.choices().console()) {
      return List.of(server);
    }
    String console = plan.values().text("console.config.oauthClientID");
    server.put("trusted_peers", List.of(console));
    return List.of(server, client(console, plan.addresses().consoleCallback()));
  }

  private static Map<String, Object> client(String id, String callback) {
    return Documents.tree("id", id, "name", id, "redirect_uris", List.of(callback));
  }
}
