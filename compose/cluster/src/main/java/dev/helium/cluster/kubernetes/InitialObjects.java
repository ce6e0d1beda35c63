package dev.helium.cluster.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.cluster.component.NodePool;
import dev.helium.cluster.component.Resources;
import java.net.URI;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * What a cluster has before anybody uses it: rights for KWOK and for Helium, a storage class,
 * nodes. They are applied at every start, so a newer version's take the place of an older one's.
 */
public final class InitialObjects {

  private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";

  private final ApiClient client;
  private final URI apiServer;

  public InitialObjects(ApiClient client, URI apiServer) {
    this.client = client;
    this.apiServer = apiServer;
  }

  /** Makes them so. Nodes of a larger pool before stay. */
  public void apply(NodePool nodes) {
    apply(RBAC + "clusterroles/helium:kwok", "kwok-role");
    apply(RBAC + "clusterrolebindings/helium:kwok", "kwok-binding");
    apply(RBAC + "clusterroles/helium", "helium-role");
    apply(RBAC + "clusterrolebindings/helium", "helium-binding");
    apply("/apis/storage.k8s.io/v1/storageclasses/standard", "storage-class");
    IntStream.range(0, nodes.count()).forEach(index -> applyNode(index, nodes));
  }

  /** Whether that many nodes take pods and the controllers that pods depend on do their work. */
  public boolean areInUse(NodePool nodes) {
    JsonNode list = client.get(apiServer.resolve("/api/v1/nodes"));
    long ready =
        StreamSupport.stream(list.path("items").spliterator(), false)
            .filter(node -> node.path("spec").path("taints").isEmpty())
            .filter(InitialObjects::isReady)
            .count();
    JsonNode accounts = client.get(apiServer.resolve("/api/v1/namespaces/default/serviceaccounts"));
    return ready >= nodes.count() && !accounts.path("items").isEmpty();
  }

  private static boolean isReady(JsonNode node) {
    return StreamSupport.stream(node.path("status").path("conditions").spliterator(), false)
        .anyMatch(
            condition ->
                condition.path("type").asText().equals("Ready")
                    && condition.path("status").asText().equals("True"));
  }

  private void applyNode(int index, NodePool nodes) {
    String name = "helium-node-" + index;
    String address = "/api/v1/nodes/" + name;
    // 10.128.0.0/9 in parts of 16,384 addresses.
    String podAddresses = "10.%d.%d.0/18".formatted(128 + index / 4, index % 4 * 64);
    client.apply(
        apiServer.resolve(address),
        Resources.text("objects/node.yaml").formatted(name, podAddresses));
    client.apply(
        apiServer.resolve(address + "/status"),
        Resources.text("objects/node-status.yaml")
            .formatted(name, nodes.cpu(), nodes.memory(), nodes.pods()));
  }

  private void apply(String path, String resource) {
    client.apply(apiServer.resolve(path), Resources.text("objects/" + resource + ".yaml"));
  }
}
