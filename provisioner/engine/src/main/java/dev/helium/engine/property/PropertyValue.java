package dev.helium.engine.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** One value of a resource. Assets and archives travel as objects that carry their signature. */
public sealed interface PropertyValue {
  /** An explicit null. */
  record NullValue() implements PropertyValue {}

  /** True or false. */
  record BooleanValue(boolean value) implements PropertyValue {}

  /** Every number is a double here, as in Pulumi; there is one zero. */
  record NumberValue(double value) implements PropertyValue {
    public NumberValue {
      value = value == 0 ? 0 : value;
    }
  }

  /** A string. */
  record TextValue(String value) implements PropertyValue {
    public TextValue {
      Objects.requireNonNull(value, "value");
    }
  }

  /** A list; its elements keep their order. */
  record ListValue(List<PropertyValue> elements) implements PropertyValue {
    public ListValue {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
  }

  /** An object; its fields are kept in the order of their names. */
  record ObjectValue(SortedMap<String, PropertyValue> fields) implements PropertyValue {
    private static final ObjectValue EMPTY = new ObjectValue(new TreeMap<>());

    public ObjectValue {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** An object with these fields. */
    public static ObjectValue of(Map<String, PropertyValue> fields) {
      return fields.isEmpty() ? EMPTY : new ObjectValue(new TreeMap<>(fields));
    }

    /** The object without fields. */
    public static ObjectValue empty() {
      return EMPTY;
    }

    /** The field's value, or a null value when it is not there. */
    public PropertyValue get(String name) {
      return fields.getOrDefault(name, new NullValue());
    }

    /** The field's text with any secrecy taken off, or an empty string when it is not a text. */
    public String text(String name) {
      return revealed(get(name)) instanceof TextValue text ? text.value() : "";
    }

    /** The same object with one field set. */
    public ObjectValue with(String name, PropertyValue value) {
      var changed = new TreeMap<>(fields);
      changed.put(name, value);
      return new ObjectValue(changed);
    }

    /** The same object without one field. */
    public ObjectValue without(String name) {
      var changed = new TreeMap<>(fields);
      changed.remove(name);
      return new ObjectValue(changed);
    }

    private static PropertyValue revealed(PropertyValue value) {
      return value instanceof SecretValue secret ? revealed(secret.element()) : value;
    }
  }

  /** A value that is encrypted at rest and masked wherever it is shown. */
  record SecretValue(PropertyValue element) implements PropertyValue {
    public SecretValue {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String toString() {
      return "[secret]";
    }
  }

  /** A value that is known only after an update. */
  record UnknownValue() implements PropertyValue {}

  /** A reference to another resource; the id is empty for components. */
  record ReferenceValue(String urn, String id, String packageVersion) implements PropertyValue {
    public ReferenceValue {
      Objects.requireNonNull(urn, "urn");
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(packageVersion, "packageVersion");
    }
  }
}
