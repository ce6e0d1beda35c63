package dev.helium.engine.protocol;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Signatures;
import java.util.TreeMap;

/** Values in protobuf structs, where special ones are objects with a signature. */
public final class StructCodec {
  private StructCodec() {}

  /** The object of a struct. */
  public static ObjectValue read(Struct struct) {
    var fields = new TreeMap<String, PropertyValue>();
    struct.getFieldsMap().forEach((name, value) -> fields.put(name, read(value)));
    return new ObjectValue(fields);
  }

  /** The struct of an object. */
  public static Struct write(ObjectValue object) {
    var struct = Struct.newBuilder();
    object.fields().forEach((name, field) -> struct.putFields(name, write(field)));
    return struct.build();
  }

  static PropertyValue read(Value value) {
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
              value.getListValue().getValuesList().stream().map(StructCodec::read).toList());
      case STRUCT_VALUE -> readMarked(value.getStructValue());
    };
  }

  private static PropertyValue readMarked(Struct struct) {
    var signature = text(struct, Signatures.KEY);
    return switch (signature) {
      case Signatures.SECRET ->
          new PropertyValue.SecretValue(read(struct.getFieldsOrDefault("value", nullValue())));
      case Signatures.REFERENCE ->
          new PropertyValue.ReferenceValue(
              text(struct, "urn"), text(struct, "id"), text(struct, "packageVersion"));
      case Signatures.OUTPUT -> readOutput(struct);
      default -> read(struct);
    };
  }

  /**
   * An output value: unknown without a value, secret when it says so; its dependencies travel
   * beside it.
   */
  private static PropertyValue readOutput(Struct struct) {
    var value =
        struct.containsFields("value")
            ? read(struct.getFieldsOrThrow("value"))
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
