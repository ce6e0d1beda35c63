package dev.helium.engine.property;

import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Carries secrecy from inputs over to what a provider answered in clear. */
public final class SecretMarks {
  private SecretMarks() {}

  /** The outputs, secret wherever the inputs of the same name are. */
  public static ObjectValue carry(ObjectValue inputs, ObjectValue outputs) {
    var marked = new TreeMap<>(outputs.fields());
    inputs
        .fields()
        .forEach(
            (name, input) -> {
              var output = marked.get(name);
              if (output != null) {
                marked.put(name, carry(input, output));
              }
            });
    return new ObjectValue(marked);
  }

  /** The outputs, with these fields secret. */
  public static ObjectValue mark(ObjectValue outputs, List<String> names) {
    var marked = new TreeMap<>(outputs.fields());
    names.forEach(name -> marked.computeIfPresent(name, (key, value) -> secret(value)));
    return new ObjectValue(marked);
  }

  /** True when the value or anything inside it is secret. */
  public static boolean anyIn(PropertyValue value) {
    return switch (value) {
      case SecretValue _ -> true;
      case ListValue(var elements) -> elements.stream().anyMatch(SecretMarks::anyIn);
      case ObjectValue(var fields) -> fields.values().stream().anyMatch(SecretMarks::anyIn);
      case NullValue _,
          BooleanValue _,
          NumberValue _,
          TextValue _,
          UnknownValue _,
          ReferenceValue _ ->
          false;
    };
  }

  /** The value without any secrecy, as a provider compares it. */
  public static PropertyValue reveal(PropertyValue value) {
    return switch (value) {
      case SecretValue(var element) -> reveal(element);
      case ListValue(var elements) ->
          new ListValue(elements.stream().map(SecretMarks::reveal).toList());
      case ObjectValue object -> reveal(object);
      case NullValue _,
          BooleanValue _,
          NumberValue _,
          TextValue _,
          UnknownValue _,
          ReferenceValue _ ->
          value;
    };
  }

  /** The object without any secrecy, as a provider compares it. */
  public static ObjectValue reveal(ObjectValue object) {
    var fields = new TreeMap<String, PropertyValue>();
    object.fields().forEach((name, field) -> fields.put(name, reveal(field)));
    return new ObjectValue(fields);
  }

  /** Adds every secret text inside the value to a set, so that messages can be cleaned of it. */
  public static void collect(PropertyValue value, boolean secret, Set<String> texts) {
    switch (value) {
      case SecretValue(var element) -> collect(element, true, texts);
      case ListValue(var elements) -> elements.forEach(element -> collect(element, secret, texts));
      case ObjectValue(var fields) ->
          fields.values().forEach(field -> collect(field, secret, texts));
      case TextValue(var text) -> {
        if (secret) {
          texts.add(text);
        }
      }
      case NullValue _, BooleanValue _, NumberValue _, UnknownValue _, ReferenceValue _ -> {}
    }
  }

  private static PropertyValue carry(PropertyValue input, PropertyValue output) {
    return switch (input) {
      case SecretValue _ -> secret(output);
      case ListValue list -> anyIn(list) ? secret(output) : output;
      case ObjectValue object ->
          output instanceof ObjectValue answered ? carry(object, answered) : output;
      case NullValue _,
          BooleanValue _,
          NumberValue _,
          TextValue _,
          UnknownValue _,
          ReferenceValue _ ->
          output;
    };
  }

  private static PropertyValue secret(PropertyValue value) {
    return value instanceof SecretValue ? value : new SecretValue(value);
  }
}
