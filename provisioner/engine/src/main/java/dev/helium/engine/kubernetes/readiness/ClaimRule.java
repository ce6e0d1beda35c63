package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Optional;

/** A volume claim is ready when it is bound, or when it is to wait for the first pod. */
final class ClaimRule implements ReadyRule {
  @Override
  public Optional<Related> related(JsonNode claim) {
    var storageClass = claim.path("spec").path("storageClassName").asText();
    return storageClass.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Related(
                "storage.k8s.io/v1",
                "StorageClass",
                "fieldSelector=metadata.name=" + storageClass));
  }

  @Override
  public Verdict judge(JsonNode claim, Collection<JsonNode> classes) {
    var phase = claim.path("status").path("phase").asText();
    var waitsForPod =
        classes.stream()
            .anyMatch(
                each -> "WaitForFirstConsumer".equals(each.path("volumeBindingMode").asText()));
    return Verdict.readyWhen(
        "Bound".equals(phase) || (waitsForPod && "Pending".equals(phase)),
        "waiting until the claim is bound, it is " + (phase.isEmpty() ? "new" : phase));
  }
}
