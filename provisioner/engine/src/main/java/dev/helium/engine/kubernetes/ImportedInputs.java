package dev.helium.engine.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import java.util.List;

/** The inputs that describe an object nobody recorded: everything but what only the server says. */
final class ImportedInputs {
  private static final List<String> SERVERS =
      List.of("creationTimestamp", "generation", "managedFields", "resourceVersion", "uid");
  private static final List<String> NOTES =
      List.of(
          "deployment.kubernetes.io/revision", "kubectl.kubernetes.io/last-applied-configuration");

  private ImportedInputs() {}

  static ObjectValue of(String kind, JsonNode live) {
    ObjectNode object = live.deepCopy();
    object.remove("status");
    if (object.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(SERVERS);
      if (metadata.path("annotations") instanceof ObjectNode annotations) {
        annotations.remove(NOTES);
      }
    }
    var inputs = CheckpointFields.fromJson(object);
    return "Secret".equals(kind) ? SecretMarks.mark(inputs, List.of("data", "stringData")) : inputs;
  }
}
