package dev.helium.engine.plugin;

import com.google.protobuf.Struct;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.protocol.StructCodec;

/** Reads what a provider answers. */
final class Answers {
  private Answers() {}

  /** The answer of a provider that has done something and must know what came of it. */
  static ObjectValue known(Struct answer, String operation) {
    var values = StructCodec.read(answer);
    if (Unknowns.anyIn(values)) {
      throw new EngineException(
          FailureClass.INTERNAL,
          "the provider answered the " + operation + " with values that are not known");
    }
    return values;
  }

  /** The same, except that a preview need not know. */
  static ObjectValue read(Struct answer, String operation, boolean preview) {
    return preview ? StructCodec.read(answer) : known(answer, operation);
  }
}
