package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;

/** Reads and sets the few fields of objects that matter to the provider. */
final class Fields {
  static final String AUTONAMED = "pulumi.com/autonamed";
  static final String PATCH_FORCE = "pulumi.com/patchForce";
  static final String FIELD_MANAGER = "pulumi.com/patchFieldManager";

  private Fields() {}

  static ObjectValue object(ObjectValue parent, String name) {
    return switch (parent.get(name)) {
      case ObjectValue object -> object;
      case SecretValue(ObjectValue object) -> object;
      default -> ObjectValue.empty();
    };
  }

  static String annotation(ObjectValue inputs, String name) {
    return object(object(inputs, "metadata"), "annotations").text(name);
  }

  static ObjectValue withMetadata(ObjectValue inputs, String name, String value) {
    return inputs.with("metadata", object(inputs, "metadata").with(name, new TextValue(value)));
  }

  static ObjectValue withAnnotation(ObjectValue inputs, String name, PropertyValue value) {
    var metadata = object(inputs, "metadata");
    var annotations = object(metadata, "annotations").with(name, value);
    return inputs.with("metadata", metadata.with("annotations", annotations));
  }
}
