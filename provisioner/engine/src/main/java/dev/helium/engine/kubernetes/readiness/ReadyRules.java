package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The kinds that are awaited, with how long they may take unless a program says otherwise. */
public final class ReadyRules {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration VOLUME = Duration.ofMinutes(5);

  private static final Map<String, Awaited> BY_KIND =
      Map.ofEntries(
          Map.entry("apps/Deployment", new Awaited(new DeploymentRule(), LONG)),
          Map.entry("apps/StatefulSet", new Awaited(new StatefulSetRule(), LONG)),
          Map.entry("apps/DaemonSet", new Awaited(new DaemonSetRule(), LONG)),
          Map.entry("batch/Job", new Awaited(new JobRule(), LONG)),
          Map.entry("networking.k8s.io/Ingress", new Awaited(ReadyRules::ingress, LONG)),
          Map.entry(
              "apiextensions.k8s.io/CustomResourceDefinition",
              new Awaited(ReadyRules::definition, LONG)),
          Map.entry("/Pod", new Awaited(new PodRule(), LONG)),
          Map.entry("/Service", new Awaited(new ServiceRule(), LONG)),
          Map.entry("/ReplicationController", new Awaited(ReadyRules::replication, LONG)),
          Map.entry("/PersistentVolumeClaim", new Awaited(new ClaimRule(), VOLUME)),
          Map.entry("/PersistentVolume", new Awaited(ReadyRules::volume, VOLUME)),
          Map.entry("/ResourceQuota", new Awaited(ReadyRules::quota, Duration.ofMinutes(1))),
          Map.entry("/Secret", new Awaited(ReadyRules::token, Duration.ofSeconds(30))));

  private ReadyRules() {}

  /**
   * A rule with the time its kind is given.
   *
   * @param rule when objects of the kind are ready
   * @param timeout how long they may take
   */
  public record Awaited(ReadyRule rule, Duration timeout) {}

  /** The rule of a kind, empty when its objects are ready once they exist. */
  public static Optional<Awaited> find(String apiVersion, String kind) {
    var slash = apiVersion.indexOf('/');
    var group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return Optional.ofNullable(BY_KIND.get(group + "/" + kind));
  }

  private static Verdict ingress(JsonNode ingress, Collection<JsonNode> related) {
    return Verdict.readyWhen(
        !ingress.path("status").path("loadBalancer").path("ingress").isEmpty(),
        "waiting for the address of the ingress");
  }

  private static Verdict definition(JsonNode definition, Collection<JsonNode> related) {
    var names = Conditions.find(definition, "NamesAccepted");
    if ("False".equals(names.path("status").asText())) {
      return Verdict.failed(Conditions.explain(names));
    }
    return Verdict.readyWhen(
        Conditions.isTrue(Conditions.find(definition, "Established")),
        "waiting until the kind is served");
  }

  private static Verdict replication(JsonNode controller, Collection<JsonNode> related) {
    var available = Conditions.count(controller, "availableReplicas");
    var wanted = Conditions.wanted(controller);
    return Verdict.readyWhen(
        !Conditions.isBehind(controller) && available == wanted,
        "waiting for pods: " + available + " of " + wanted + " available");
  }

  private static Verdict volume(JsonNode volume, Collection<JsonNode> related) {
    var phase = volume.path("status").path("phase").asText();
    return Verdict.readyWhen(
        "Available".equals(phase) || "Bound".equals(phase),
        "waiting until the volume is available");
  }

  private static Verdict quota(JsonNode quota, Collection<JsonNode> related) {
    return Verdict.readyWhen(
        quota.path("status").path("hard").equals(quota.path("spec").path("hard")),
        "waiting until the quota counts");
  }

  private static Verdict token(JsonNode secret, Collection<JsonNode> related) {
    var isToken = "kubernetes.io/service-account-token".equals(secret.path("type").asText());
    return Verdict.readyWhen(!isToken || !secret.path("data").isEmpty(), "waiting for the token");
  }
}
