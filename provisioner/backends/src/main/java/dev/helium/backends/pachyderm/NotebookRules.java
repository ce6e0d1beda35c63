package dev.helium.backends.pachyderm;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.List;
import java.util.Map;

/**
 * Who may talk to whom among hub, proxy and notebooks. Users run what they like in a notebook, so
 * that one reaches the hub, pachd, names and the world, and nothing else of the cluster.
 */
final class NotebookRules {
  static final String TO_HUB = "hub.jupyter.org/network-access-hub";
  static final String TO_PROXY = "hub.jupyter.org/network-access-proxy-http";
  static final String TO_PROXY_API = "hub.jupyter.org/network-access-proxy-api";
  static final String TO_NOTEBOOKS = "hub.jupyter.org/network-access-singleuser";

  /** On the pods that the hub makes, and on those that keep room for them. */
  static final String NOTEBOOK = "helium.dev/notebook";

  private static final int NOTEBOOK_PORT = 8888;
  private static final int PROXY_PORT = 8000;

  private NotebookRules() {}

  static List<HasMetadata> objects(Plan plan) {
    if (!plan.choices().notebooks()) {
      return List.of();
    }
    return List.of(
        policy(
            Hub.NAME,
            app(Hub.NAME),
            List.of(Traffic.from(labelled(TO_HUB), Hub.PORT)),
            List.of(
                Traffic.to(app(NotebookProxy.NAME), NotebookProxy.API_PORT),
                Traffic.to(notebooks(), NOTEBOOK_PORT),
                Traffic.names(),
                Traffic.world(),
                Traffic.cluster(),
                Traffic.metadataServer())),
        policy(
            NotebookProxy.NAME,
            app(NotebookProxy.NAME),
            List.of(
                Traffic.fromAnywhere(PROXY_PORT),
                Traffic.from(labelled(TO_PROXY), PROXY_PORT),
                Traffic.from(labelled(TO_PROXY_API), NotebookProxy.API_PORT)),
            List.of(
                Traffic.to(app(Hub.NAME), Hub.PORT),
                Traffic.to(notebooks(), NOTEBOOK_PORT),
                Traffic.names(),
                Traffic.world(),
                Traffic.cluster(),
                Traffic.metadataServer())),
        policy(
            "singleuser",
            notebooks(),
            List.of(Traffic.from(labelled(TO_NOTEBOOKS), NOTEBOOK_PORT)),
            List.of(
                Traffic.to(app(Hub.NAME), Hub.PORT),
                Traffic.to(app(NotebookProxy.NAME), PROXY_PORT),
                Traffic.to(app(Pachd.NAME), 1650, 1653, 1600),
                Traffic.to(app(FrontProxy.NAME), 8080, 8443),
                Traffic.names(),
                Traffic.world())));
  }

  private static LabelSelector notebooks() {
    return labelled(NOTEBOOK);
  }

  private static LabelSelector app(String name) {
    return selector(Map.of("app.kubernetes.io/name", name));
  }

  private static LabelSelector labelled(String label) {
    return selector(Map.of(label, "true"));
  }

  private static LabelSelector selector(Map<String, String> labels) {
    return new LabelSelectorBuilder().withMatchLabels(labels).build();
  }

  private static NetworkPolicy policy(
      String name,
      LabelSelector pods,
      List<NetworkPolicyIngressRule> in,
      List<NetworkPolicyEgressRule> out) {
    return new NetworkPolicyBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withPodSelector(pods)
        .withPolicyTypes("Ingress", "Egress")
        .withIngress(in)
        .withEgress(out)
        .endSpec()
        .build();
  }
}
