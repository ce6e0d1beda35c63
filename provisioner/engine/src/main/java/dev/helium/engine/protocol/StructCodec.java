package dev.helium.engine.protocol;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.AssetShape;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Signatures;
import java.util.TreeMap;

/**
 * Values in protobuf structs, where special ones are objects with a signature. A signature that is
 * not known and nesting beyond {@value #MAXIMUM_DEPTH} levels are refused.
 */
public final class StructCodec {
  private static final int MAXIMUM_DEPTH = 200;

  private StructCodec() {}

  /** The object of a struct. */
  public static ObjectValue read(Struct struct) {
    return read(struct, 0);
  }

  private static ObjectValue read(Struct struct, int depth) {
    var fields = new TreeMap<String, PropertyValue>();
    struct.getFieldsMap().forEach((name, value) -> fields.put(name, read(value, depth + 1)));
    return new ObjectValue(fields);
  }

  /** The struct of an object. */
  public static Struct write(ObjectValue object) {
    var struct = Struct.newBuilder();
    object.fields().forEach((name, field) -> struct.putFields(name, write(field)));
    return struct.build();
  }

  static PropertyValue read(Value value) {
    return read(value, 0);
  }

  private static PropertyValue read(Value value, int depth) {
    if (depth > MAXIMUM_DEPTH) {
      throw invalid("a value is nested deeper than " + MAXIMUM_DEPTH + " levels");
    }
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> new PropertyValue.NullValue();
      case BOOL_VALUE -> new PropertyValue.BooleanValue(value.getBoolValue());
      case NUMBER_VALUE -> new PropertyValue.NumberValue(value.getNumberValue());
      case STRING_VALUE ->
          Signatures.UNKNOWN.equals(value.getStringValue())
              ? new PropertyValue.UnknownValue()
              : new PropertyValue.TextValue(value.getStringValue());
      case LIST_VALUE ->
          new PropertyValue.ListValue(
              value.getListValue().getValuesList().stream()
                  .map(element -> read(element, depth + 1))
                  .toList());
      case STRUCT_VALUE -> readMarked(value.getStructValue(), depth);
    };
  }

  private static PropertyValue readMarked(Struct struct, int depth) {
    if (!struct.containsFields(Signatures.KEY)) {
      return read(struct, depth);
    }
    return switch (text(struct, Signatures.KEY)) {
      case Signatures.SECRET -> new PropertyValue.SecretValue(read(required(struct), depth + 1));
      case Signatures.REFERENCE ->
          new PropertyValue.ReferenceValue(
              text(struct, "urn"), text(struct, "id"), text(struct, "packageVersion"));
      case Signatures.OUTPUT -> readOutput(struct, depth);
      case Signatures.ASSET, Signatures.ARCHIVE -> asset(read(struct, depth));
      case Signatures.BYTES -> read(struct, depth);
      default ->
          throw invalid("a value has the field " + Signatures.KEY + " with a mark not known");
    };
  }

  private static ObjectValue asset(ObjectValue marked) {
    try {
      return AssetShape.checked(marked);
    } catch (IllegalArgumentException malformed) {
      throw new EngineException(FailureClass.INVALID, malformed.getMessage(), malformed);
    }
  }

  private static Value required(Struct secret) {
    if (!secret.containsFields("value")) {
      throw invalid("a secret has no value");
    }
    return secret.getFieldsOrThrow("value");
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }

  /**
   * An output value: unknown without a value, secret when it says so; its dependencies travel
   * beside it.
   */
  private static PropertyValue readOutput(Struct struct, int depth) {
    var value =
        struct.containsFields("value")
            ? read(struct.getFieldsOrThrow("value"), depth + 1)
            : new PropertyValue.UnknownValue();
    return struct.getFieldsOrDefault("secret", nullValue()).getBoolValue()
        ? new PropertyValue.SecretValue(value)
        : value;
  }

  private static Value write(PropertyValue value) {
    return switch (value) {
      case PropertyValue.NullValue() -> nullValue();
      case PropertyValue.BooleanValue(var bool) -> Value.newBuilder().setBoolValue(bool).build();
      case PropertyValue.NumberValue(var number) ->
          Value.newBuilder().setNumberValue(number).build();
      case PropertyValue.TextValue(var text) -> text(text);
      case PropertyValue.UnknownValue() -> text(Signatures.UNKNOWN);
      case PropertyValue.ListValue(var elements) -> {
        var list = ListValue.newBuilder();
        elements.forEach(element -> list.addValues(write(element)));
        yield Value.newBuilder().setListValue(list).build();
      }
      case ObjectValue object -> Value.newBuilder().setStructValue(write(object)).build();
      case PropertyValue.SecretValue(var element) ->
          struct(
              Struct.newBuilder()
                  .putFields(Signatures.KEY, text(Signatures.SECRET))
                  .putFields("value", write(element)));
      case PropertyValue.ReferenceValue reference -> write(reference);
    };
  }

  private static Value write(PropertyValue.ReferenceValue reference) {
    var struct =
        Struct.newBuilder()
            .putFields(Signatures.KEY, text(Signatures.REFERENCE))
            .putFields("urn", text(reference.urn()))
            .putFields("packageVersion", text(reference.packageVersion()));
    return struct(reference.id().isEmpty() ? struct : struct.putFields("id", text(reference.id())));
  }

  private static String text(Struct struct, String name) {
    return struct.getFieldsOrDefault(name, nullValue()).getStringValue();
  }

  private static Value struct(Struct.Builder struct) {
    return Value.newBuilder().setStructValue(struct).build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Value nullValue() {
    return Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
  }
}
