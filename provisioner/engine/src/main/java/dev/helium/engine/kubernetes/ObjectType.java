package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;

/**
 * The kind that a resource type stands for.
 *
 * @param apiVersion group and version, or the version alone for the core group
 * @param kind the name in objects
 */
record ObjectType(String apiVersion, String kind) {
  private static final String CORE = "core/";

  /** What inputs say, or else the type, such as {@code kubernetes:core/v1:ConfigMap}. */
  static ObjectType of(String type, ObjectValue inputs) {
    if (!inputs.text("apiVersion").isEmpty() && !inputs.text("kind").isEmpty()) {
      return new ObjectType(withoutCore(inputs.text("apiVersion")), inputs.text("kind"));
    }
    var parts = type.split(":", -1);
    if (parts.length != 3 || !parts[1].contains("/") || parts[2].isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID, "the resource type names no group, version and kind: " + type);
    }
    return new ObjectType(withoutCore(parts[1]), parts[2]);
  }

  private static String withoutCore(String apiVersion) {
    return apiVersion.startsWith(CORE) ? apiVersion.substring(CORE.length()) : apiVersion;
  }
}
