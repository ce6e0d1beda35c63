package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.util.random.RandomGenerator;

/** Names objects as the provider plugin does. */
final class Naming {
  private static final int SUFFIX_DIGITS = 8;
  private static final String HEX = "0123456789abcdef";

  private final RandomGenerator random;

  Naming(RandomGenerator random) {
    this.random = random;
  }

  /** The inputs with a name: the program's, else the one generated before, else a new one. */
  ObjectValue name(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    var metadata = Fields.object(newInputs, "metadata");
    if (!metadata.text("name").isEmpty() || metadata.get("name") instanceof UnknownValue) {
      return newInputs;
    }
    if (ObjectType.isPatch(ObjectType.ofUrn(urn), newInputs)) {
      throw new EngineException(
          FailureClass.INVALID, "metadata.name must be set: a patch changes an object by its name");
    }
    if (newInputs.get("metadata") instanceof UnknownValue) {
      return newInputs;
    }
    if (!(metadata.get("generateName") instanceof NullValue)) {
      throw EngineException.unsupported("metadata.generateName with server-side apply");
    }
    var old = Fields.object(oldInputs, "metadata").text("name");
    var kept = !old.isEmpty() && "true".equals(Fields.annotation(oldInputs, Fields.AUTONAMED));
    var name = kept ? old : urn.substring(urn.lastIndexOf("::") + 2) + "-" + suffix();
    return Fields.withAnnotation(
        Fields.withMetadata(newInputs, "name", name), Fields.AUTONAMED, new TextValue("true"));
  }

  private String suffix() {
    var suffix = new StringBuilder(SUFFIX_DIGITS);
    for (int digit = 0; digit < SUFFIX_DIGITS; digit++) {
      suffix.append(HEX.charAt(random.nextInt(HEX.length())));
    }
    return suffix.toString();
  }
}
