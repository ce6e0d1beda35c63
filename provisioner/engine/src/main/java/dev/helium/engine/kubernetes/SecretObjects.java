package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.property.Unknowns;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** What is special about objects of kind Secret: their content is always secret, and twofold. */
final class SecretObjects {
  private static final String DATA = "data";
  private static final String TEXT = "stringData";

  private SecretObjects() {}

  static boolean isSecret(ObjectValue object) {
    return "Secret".equals(object.text("kind"));
  }

  /** The object, with its content marked as secret. */
  static ObjectValue marked(ObjectValue object) {
    return isSecret(object) ? SecretMarks.mark(object, List.of(DATA, TEXT)) : object;
  }

  /** The object in clear as the API server keeps it: content given as text is encoded. */
  static ObjectValue normalized(ObjectValue object) {
    if (!isSecret(object)
        || !"v1".equals(object.text("apiVersion"))
        || !(object.get(TEXT) instanceof ObjectValue(var texts))
        || Unknowns.anyIn(object.get(TEXT))) {
      return object;
    }
    var data = new TreeMap<String, PropertyValue>(Fields.object(object, DATA).fields());
    texts.forEach((name, text) -> data.put(name, encoded(text)));
    return object.without(TEXT).with(DATA, new ObjectValue(data));
  }

  private static PropertyValue encoded(PropertyValue value) {
    return value instanceof TextValue(var text)
        ? new TextValue(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
        : value;
  }
}
