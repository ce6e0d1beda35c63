package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Reads the conditions and counters of objects. */
final class Conditions {
  private Conditions() {}

  /** The condition of a type, missing when there is none. */
  static JsonNode find(JsonNode object, String type) {
    for (var condition : object.path("status").path("conditions")) {
      if (type.equals(condition.path("type").asText())) {
        return condition;
      }
    }
    return MissingNode.getInstance();
  }

  static boolean isTrue(JsonNode condition) {
    return "True".equals(condition.path("status").asText());
  }

  /** The reason and message of a condition. */
  static String explain(JsonNode condition) {
    var reason = condition.path("reason").asText();
    var message = condition.path("message").asText();
    return message.isEmpty() ? reason : "[" + reason + "] " + message;
  }

  /** True when the controller has not seen the latest change yet. */
  static boolean isBehind(JsonNode object) {
    return object.path("status").path("observedGeneration").asLong()
        < object.path("metadata").path("generation").asLong();
  }

  static long count(JsonNode object, String name) {
    return object.path("status").path(name).asLong();
  }

  /** How many replicas are wanted; one when it does not say. */
  static long wanted(JsonNode object) {
    return object.path("spec").path("replicas").asLong(1);
  }
}
