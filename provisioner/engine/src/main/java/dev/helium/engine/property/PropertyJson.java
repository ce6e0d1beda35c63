package dev.helium.engine.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.util.ArrayList;
import java.util.TreeMap;

/** Values in the JSON of deployment documents. */
public final class PropertyJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How secrets are written. */
  public enum Secrets {
    /** Encrypted, as at rest. */
    ENCRYPTED,
    /** In clear, as {@code stack export --show-secrets} shows them. */
    SHOWN
  }

  private final SecretCodec codec;
  private final Secrets secrets;

  public PropertyJson(SecretCodec codec, Secrets secrets) {
    this.codec = codec;
    this.secrets = secrets;
  }

  /** The JSON of an object. */
  public ObjectNode write(ObjectValue object) {
    var node = NODES.objectNode();
    object.fields().forEach((name, field) -> node.set(name, write(field)));
    return node;
  }

  /** The JSON of any value. */
  public JsonNode write(PropertyValue value) {
    return switch (value) {
      case NullValue() -> NODES.nullNode();
      case BooleanValue(var bool) -> NODES.booleanNode(bool);
      case NumberValue(var number) -> number(number);
      case TextValue(var text) -> NODES.textNode(text);
      case ListValue(var elements) -> {
        var array = NODES.arrayNode(elements.size());
        elements.forEach(element -> array.add(write(element)));
        yield array;
      }
      case ObjectValue object -> write(object);
      case SecretValue(var element) -> secret(element);
      case UnknownValue() -> NODES.textNode(Signatures.UNKNOWN);
      case ReferenceValue reference -> reference(reference);
    };
  }

  /** The object a JSON object stands for. */
  public ObjectValue readObject(JsonNode node) {
    var fields = new TreeMap<String, PropertyValue>();
    node.properties().forEach(field -> fields.put(field.getKey(), read(field.getValue())));
    return new ObjectValue(fields);
  }

  /** The value a JSON value stands for. */
  public PropertyValue read(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> new NullValue();
      case BOOLEAN -> new BooleanValue(node.booleanValue());
      case NUMBER -> new NumberValue(node.doubleValue());
      case STRING ->
          Signatures.UNKNOWN.equals(node.textValue())
              ? new UnknownValue()
              : new TextValue(node.textValue());
      case ARRAY -> {
        var elements = new ArrayList<PropertyValue>(node.size());
        node.forEach(element -> elements.add(read(element)));
        yield new ListValue(elements);
      }
      case OBJECT -> readMarked(node);
      case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value");
    };
  }

  private PropertyValue readMarked(JsonNode node) {
    return switch (node.path(Signatures.KEY).asText("")) {
      case Signatures.SECRET -> new SecretValue(readSecret(node));
      case Signatures.REFERENCE ->
          new ReferenceValue(
              node.path("urn").asText(),
              node.path("id").asText(""),
              node.path("packageVersion").asText(""));
      default -> readObject(node);
    };
  }

  private PropertyValue readSecret(JsonNode node) {
    var plaintext =
        node.has("ciphertext")
            ? codec.decrypt(node.get("ciphertext").asText())
            : node.path("plaintext").asText("null");
    try {
      return read(MAPPER.readTree(plaintext));
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException("a secret does not hold JSON", withoutSource(invalid));
    }
  }

  private JsonNode secret(PropertyValue element) {
    // Inside a secret nothing is encrypted again: the whole is.
    var plaintext = new PropertyJson(codec, Secrets.SHOWN).write(element).toString();
    var node = NODES.objectNode().put(Signatures.KEY, Signatures.SECRET);
    return switch (secrets) {
      case ENCRYPTED -> node.put("ciphertext", codec.encrypt(plaintext));
      case SHOWN -> node.put("plaintext", plaintext);
    };
  }

  private static JsonNode reference(ReferenceValue reference) {
    var node =
        NODES
            .objectNode()
            .put(Signatures.KEY, Signatures.REFERENCE)
            .put("urn", reference.urn())
            .put("packageVersion", reference.packageVersion());
    return reference.id().isEmpty() ? node : node.put("id", reference.id());
  }

  private static JsonNode number(double value) {
    return switch (PlainValues.number(value)) {
      case Long whole -> NODES.numberNode(whole);
      case Number other -> NODES.numberNode(other.doubleValue());
    };
  }

  private static JsonProcessingException withoutSource(JsonProcessingException exception) {
    exception.clearLocation();
    return exception;
  }
}
