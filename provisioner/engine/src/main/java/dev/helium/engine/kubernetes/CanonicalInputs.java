package dev.helium.engine.kubernetes;

import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;

/**
 * Objects of built-in kinds as the provider plugin spells them, whichever way a program does:
 * amounts in their one form, empty maps left out. So two spellings of one thing are no change.
 */
final class CanonicalInputs {
  /** Maps whose values are amounts, whatever they belong to. */
  private static final Set<String> AMOUNTS = Set.of("limits", "requests", "overhead");

  private static final Set<String> LIMIT_RANGE =
      Set.of("default", "defaultRequest", "max", "min", "maxLimitRequestRatio");
  private static final Set<String> AMOUNT = Set.of("sizeLimit", "divisor", "averageValue");

  private static final Set<String> MAPS =
      Set.of(
          "annotations",
          "labels",
          "nodeSelector",
          "matchLabels",
          "data",
          "stringData",
          "binaryData");

  private final String kind;

  private CanonicalInputs(String kind) {
    this.kind = kind;
  }

  static ObjectValue of(ObjectValue inputs) {
    return BuiltInGroups.ofVersion(inputs.text("apiVersion"))
        ? new CanonicalInputs(inputs.text("kind")).object(inputs)
        : inputs;
  }

  private ObjectValue object(ObjectValue object) {
    var fields = new TreeMap<String, PropertyValue>();
    object
        .fields()
        .forEach(
            (name, field) -> {
              if (!isEmptyMap(name, field)) {
                fields.put(name, field(name, field));
              }
            });
    return new ObjectValue(fields);
  }

  private PropertyValue field(String name, PropertyValue field) {
    if (AMOUNT.contains(name)) {
      return amount(field);
    }
    if (field instanceof ObjectValue map && isMapOfAmounts(name)) {
      var amounts = new TreeMap<String, PropertyValue>();
      map.fields().forEach((resource, amount) -> amounts.put(resource, amount(amount)));
      return new ObjectValue(amounts);
    }
    return MAPS.contains(name) ? field : value(field);
  }

  private PropertyValue value(PropertyValue value) {
    return switch (value) {
      case ObjectValue object -> object(object);
      case ListValue(var elements) -> new ListValue(elements.stream().map(this::value).toList());
      case PropertyValue.SecretValue(var element) -> new PropertyValue.SecretValue(value(element));
      case PropertyValue.NullValue _,
          PropertyValue.BooleanValue _,
          NumberValue _,
          TextValue _,
          PropertyValue.UnknownValue _,
          PropertyValue.ReferenceValue _ ->
          value;
    };
  }

  private boolean isMapOfAmounts(String name) {
    return AMOUNTS.contains(name)
        || (kind.equals("ResourceQuota") && name.equals("hard"))
        || (kind.equals("PersistentVolume") && name.equals("capacity"))
        || (kind.equals("LimitRange") && LIMIT_RANGE.contains(name));
  }

  private static boolean isEmptyMap(String name, PropertyValue field) {
    return MAPS.contains(name) && field instanceof ObjectValue map && map.fields().isEmpty();
  }

  private static PropertyValue amount(PropertyValue value) {
    return switch (value) {
      case TextValue(var text) -> new TextValue(Quantities.canonical(text));
      case NumberValue(var number) ->
          new TextValue(Quantities.canonical(BigDecimal.valueOf(number).toPlainString()));
      case PropertyValue.SecretValue(var element) -> new PropertyValue.SecretValue(amount(element));
      case PropertyValue.NullValue _,
          PropertyValue.BooleanValue _,
          ListValue _,
          ObjectValue _,
          PropertyValue.UnknownValue _,
          PropertyValue.ReferenceValue _ ->
          value;
    };
  }
}
