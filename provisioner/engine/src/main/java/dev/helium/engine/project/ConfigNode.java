package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A configuration value as the settings file has it: a tree whose leaves may be encrypted. */
public sealed interface ConfigNode {
  /** A text, number, boolean or null. */
  record Plain(JsonNode scalar) implements ConfigNode {}

  /** An encrypted text. */
  record Ciphertext(String text) implements ConfigNode {}

  /** A list. */
  record Items(List<ConfigNode> elements) implements ConfigNode {
    public Items {
      elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }
  }

  /** A map. */
  record Fields(SortedMap<String, ConfigNode> fields) implements ConfigNode {
    public Fields {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
  }

  /** A plain text. */
  static ConfigNode text(String text) {
    return new Plain(JsonNodeFactory.instance.textNode(text));
  }

  /** True when anything in it is encrypted. */
  default boolean isSecret() {
    return switch (this) {
      case Ciphertext _ -> true;
      case Plain _ -> false;
      case Items(var elements) -> elements.stream().anyMatch(ConfigNode::isSecret);
      case Fields(var fields) -> fields.values().stream().anyMatch(ConfigNode::isSecret);
    };
  }

  /** True when its text is JSON of several values. */
  default boolean isStructured() {
    return switch (this) {
      case Ciphertext _, Plain _ -> false;
      case Items _, Fields _ -> true;
    };
  }

  /** The same tree with every encrypted text replaced. */
  default ConfigNode replaceCiphertexts(UnaryOperator<ConfigNode> replacement) {
    return switch (this) {
      case Ciphertext ciphertext -> replacement.apply(ciphertext);
      case Plain plain -> plain;
      case Items(var elements) ->
          new Items(
              elements.stream().map(element -> element.replaceCiphertexts(replacement)).toList());
      case Fields(var fields) -> {
        var replaced = new TreeMap<String, ConfigNode>();
        fields.forEach((name, field) -> replaced.put(name, field.replaceCiphertexts(replacement)));
        yield new Fields(replaced);
      }
    };
  }
}
