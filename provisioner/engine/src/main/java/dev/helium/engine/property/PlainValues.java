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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Values as ordinary Java maps, lists, strings, booleans and numbers. */
public final class PlainValues {
  /** What a secret looks like where it may not be seen. */
  public static final String MASK = "[secret]";

  private PlainValues() {}

  /** The plain form with secrets in clear: for providers, never for people. */
  public static Object revealed(PropertyValue value) {
    return plain(value, PlainValues::revealed);
  }

  /** The plain object with secrets in clear: for providers, never for people. */
  public static Map<String, Object> revealed(ObjectValue value) {
    return object(value, PlainValues::revealed);
  }

  /** The plain form with every secret masked. */
  public static Object masked(PropertyValue value) {
    return plain(value, secret -> MASK);
  }

  /** The plain object with every secret masked. */
  public static Map<String, Object> masked(ObjectValue value) {
    return object(value, secret -> MASK);
  }

  /** A value made of a plain one. Numbers of any kind are accepted, other classes are not. */
  public static PropertyValue of(Object plain) {
    return switch (plain) {
      case null -> new NullValue();
      case Boolean value -> new BooleanValue(value);
      case Number value -> new NumberValue(value.doubleValue());
      case String value -> new TextValue(value);
      case List<?> values -> new ListValue(values.stream().map(PlainValues::of).toList());
      case Map<?, ?> values -> ofMap(values);
      default ->
          throw new IllegalArgumentException("not a plain value: " + plain.getClass().getName());
    };
  }

  /** An object made of a plain one. */
  public static ObjectValue ofMap(Map<?, ?> plain) {
    var fields = new TreeMap<String, PropertyValue>();
    plain.forEach((name, value) -> fields.put(String.valueOf(name), of(value)));
    return new ObjectValue(fields);
  }

  /** A whole double as a long, because Kubernetes refuses {@code 1.0} where it wants an integer. */
  public static Number number(double value) {
    var whole = (long) value;
    if (whole == value && Math.abs(value) < 0x1p63) {
      return whole;
    }
    return value;
  }

  private static Object plain(PropertyValue value, Function<PropertyValue, Object> ofSecret) {
    return switch (value) {
      case NullValue() -> null;
      case BooleanValue(var bool) -> bool;
      case NumberValue(var number) -> number(number);
      case TextValue(var text) -> text;
      case ListValue(var elements) -> list(elements, ofSecret);
      case ObjectValue object -> object(object, ofSecret);
      case SecretValue(var element) -> ofSecret.apply(element);
      case UnknownValue() -> Signatures.UNKNOWN;
      case ReferenceValue reference -> reference.id().isEmpty() ? reference.urn() : reference.id();
    };
  }

  private static List<Object> list(
      List<PropertyValue> elements, Function<PropertyValue, Object> ofSecret) {
    var list = new ArrayList<Object>(elements.size());
    elements.forEach(element -> list.add(plain(element, ofSecret)));
    return list;
  }

  private static Map<String, Object> object(
      ObjectValue object, Function<PropertyValue, Object> ofSecret) {
    var map = new LinkedHashMap<String, Object>();
    object.fields().forEach((name, field) -> map.put(name, plain(field, ofSecret)));
    return map;
  }
}
