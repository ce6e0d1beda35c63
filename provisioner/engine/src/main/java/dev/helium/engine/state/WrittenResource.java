package dev.helium.engine.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A resource in a document that is written after every step, of which each alters one resource: the
 * text of the others, and what they need of whoever reads them, are found out once. Whoever has
 * written it does not alter it any more. For one thread.
 */
// The library lets the caller of deepCopy() say what it returns, which every subclass inherits.
@SuppressWarnings("unchecked")
final class WrittenResource extends ObjectNode {
  private static final long serialVersionUID = 1L;

  private transient SerializedString text;
  private transient Set<String> features;

  WrittenResource() {
    super(JsonNodeFactory.instance);
  }

  /** What of a document's version 4 it uses. */
  Set<String> features() {
    if (features == null) {
      features = DocumentVersion.featuresOf(this);
    }
    return features;
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    if (generator.getPrettyPrinter() != null || generator.getCharacterEscapes() != null) {
      super.serialize(generator, provider);
      return;
    }
    if (text == null) {
      text = new SerializedString(new String(JsonText.compact(deepCopy()), StandardCharsets.UTF_8));
    }
    generator.writeRawValue(text);
  }
}
