package dev.helium.engine.property;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Values in the JSON of deployment documents. Reading throws an {@link IllegalArgumentException}
 * for what no engine writes, such as a mark that is not known.
 */
public final class PropertyJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

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
      case NumberValue(var number) -> NumberJson.write(number);
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
      case NUMBER -> new NumberValue(NumberJson.read(node));
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
    var mark = node.get(Signatures.KEY);
    if (mark == null) {
      return readObject(node);
    }
    return switch (mark.asText()) {
      case Signatures.SECRET -> new SecretValue(readSecret(node));
      case Signatures.REFERENCE ->
          new ReferenceValue(
              text(node, "urn", true), id(node), text(node, "packageVersion", false));
      case Signatures.NUMBER -> new NumberValue(NumberJson.unmark(text(node, "value", true)));
      case Signatures.BYTES -> readObject(node);
      case Signatures.ASSET, Signatures.ARCHIVE -> AssetShape.checked(readObject(node));
      default -> throw new IllegalArgumentException("a value has a mark that is not known");
    };
  }

  private PropertyValue readSecret(JsonNode node) {
    if (node.has("ciphertext") == node.has("plaintext")) {
      throw new IllegalArgumentException(
          "a secret has not exactly one of ciphertext and plaintext");
    }
    var plaintext =
        node.has("ciphertext")
            ? codec.decrypt(text(node, "ciphertext", true))
            : text(node, "plaintext", true);
    try {
      return read(JsonText.read(plaintext));
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException("a secret does not hold JSON", withoutSource(invalid));
    } catch (IOException impossible) {
      throw new IllegalArgumentException("a secret cannot be read", impossible);
    }
  }

  private JsonNode secret(PropertyValue element) {
    // Inside a secret nothing is encrypted again: the whole is.
    var plaintext = JsonText.escaped(new PropertyJson(codec, Secrets.SHOWN).write(element));
    var node = NODES.objectNode().put(Signatures.KEY, Signatures.SECRET);
    return switch (secrets) {
      case ENCRYPTED -> node.put("ciphertext", codec.encrypt(plaintext));
      case SHOWN -> node.put("plaintext", plaintext);
    };
  }

  /** Some older CLIs wrote the id as an object. */
  private static String id(JsonNode node) {
    var id = node.path("id");
    if (id.isObject()) {
      return id.path("V").asText("");
    }
    return text(node, "id", false);
  }

  private static String text(JsonNode node, String name, boolean required) {
    var value = node.path(name);
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isMissingNode() && !required) {
      return "";
    }
    throw new IllegalArgumentException("the field " + name + " of a marked value is no text");
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

  private static JsonProcessingException withoutSource(JsonProcessingException exception) {
    exception.clearLocation();
    return exception;
  }
}
