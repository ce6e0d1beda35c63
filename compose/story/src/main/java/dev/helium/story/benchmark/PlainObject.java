package dev.helium.story.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Takes from an object what the cluster has written into it, so that it can be created again. */
public final class PlainObject {
  private static final String CONTROLLERS = "kube-controller-manager";

  private static final List<String> SERVER_FIELDS =
      List.of(
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "managedFields",
          "selfLink",
          "ownerReferences");

  /** By which Helium, and controllers, know theirs. */
  private static final Set<String> MARKS =
      Set.of(
          "helium.dev/workspace",
          "helium.dev/incarnation",
          "controller-uid",
          "job-name",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-name",
          "deployment.kubernetes.io/revision",
          "pv.kubernetes.io/bind-completed",
          "pv.kubernetes.io/bound-by-controller",
          "volume.kubernetes.io/selected-node",
          "volume.kubernetes.io/storage-provisioner",
          "volume.beta.kubernetes.io/storage-provisioner");

  private PlainObject() {}

  /** False for what a controller has made of something else, such as claims of a stateful set. */
  public static boolean isMadeByAPerson(ObjectNode object) {
    JsonNode metadata = object.path("metadata");
    return metadata.path("ownerReferences").isEmpty()
        && !metadata.path("managedFields").path(0).path("manager").asText().equals(CONTROLLERS);
  }

  /** The same object, changed; nobody takes it for Helium's. */
  public static ObjectNode of(ObjectNode object) {
    marked(object);
    unmark(object);
    return object;
  }

  /** The same object, changed, with the labels by which Helium knows its own. */
  public static ObjectNode marked(ObjectNode object) {
    object.remove("status");
    object.withObject("/metadata").remove(SERVER_FIELDS);
    if (object.path("spec") instanceof ObjectNode spec) {
      switch (object.path("kind").asText()) {
        case "Service" -> service(spec);
        case "PersistentVolumeClaim" -> spec.remove("volumeName");
        case "Job" -> spec.remove("selector");
        default -> {
          // Nothing of its specification is the cluster's.
        }
      }
    }
    return object;
  }

  /** A headless service has chosen to have no address. */
  private static void service(ObjectNode spec) {
    if (!spec.path("clusterIP").asText().equals("None")) {
      spec.remove(List.of("clusterIP", "clusterIPs"));
    }
    spec.remove("healthCheckNodePort");
    for (JsonNode port : spec.path("ports")) {
      ((ObjectNode) port).remove("nodePort");
    }
  }

  private static void unmark(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(MARKS);
    }
    node.forEach(PlainObject::unmark);
  }
}
