package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Objects beside the one that is judged, in the same namespace when their kind has one.
 *
 * @param apiVersion their group and version
 * @param kind their kind
 * @param query what selects them, such as {@code labelSelector=app=web}
 */
public record Related(String apiVersion, String kind, String query) {
  /** The pods a controller selects, when it selects them by labels. */
  static Optional<Related> pods(JsonNode controller) {
    var labels = new ArrayList<String>();
    controller
        .path("spec")
        .path("selector")
        .path("matchLabels")
        .properties()
        .forEach(label -> labels.add(label.getKey() + "=" + label.getValue().asText()));
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(new Related("v1", "Pod", "labelSelector=" + String.join(",", labels)));
  }
}
