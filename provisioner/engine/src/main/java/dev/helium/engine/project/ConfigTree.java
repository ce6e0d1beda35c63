package dev.helium.engine.project;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigNode.Fields;
import dev.helium.engine.project.ConfigNode.Items;
import dev.helium.engine.project.ConfigNode.Plain;
import dev.helium.engine.project.ConfigPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Looks up, sets and removes inside a configuration value, by a path. */
final class ConfigTree {
  private ConfigTree() {}

  static Optional<ConfigNode> get(ConfigNode value, List<Step> steps) {
    if (steps.isEmpty()) {
      return Optional.of(value);
    }
    var rest = steps.subList(1, steps.size());
    if (value instanceof Items(var elements)
        && steps.getFirst() instanceof Step.Index(var index)
        && index >= 0
        && index < elements.size()) {
      return get(elements.get(index), rest);
    }
    return value instanceof Fields(var fields)
            && steps.getFirst() instanceof Step.Name(var name)
            && fields.containsKey(name)
        ? get(fields.get(name), rest)
        : Optional.empty();
  }

  /** The value with another one inside it; a null value for nothing there yet. */
  static ConfigNode set(ConfigNode value, List<Step> steps, ConfigNode wanted, boolean isRoot) {
    if (steps.isEmpty()) {
      return wanted;
    }
    var rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Index(var index) -> {
        var elements =
            new ArrayList<>(container(value, Items.class, "an array", isRoot).elements());
        if (index < 0 || index > elements.size()) {
          throw invalid("array index out of range");
        }
        var nothing = new Plain(JsonNodeFactory.instance.nullNode());
        if (index == elements.size()) {
          elements.add(nothing);
        }
        elements.set(index, set(elements.get(index), rest, wanted, false));
        yield new Items(elements);
      }
      case Step.Name(var name) -> {
        var fields = new TreeMap<>(container(value, Fields.class, "a map", isRoot).fields());
        if (rest.isEmpty() && fields.isEmpty() && name.equals("secure") && isText(wanted)) {
          throw reserved();
        }
        var inner = fields.getOrDefault(name, new Plain(JsonNodeFactory.instance.nullNode()));
        fields.put(name, set(inner, rest, wanted, false));
        yield new Fields(fields);
      }
    };
  }

  /** The value without what the path leads to; unchanged when that is not there. */
  static ConfigNode remove(ConfigNode value, List<Step> steps) {
    var rest = steps.subList(1, steps.size());
    if (value instanceof Items(var elements)
        && steps.getFirst() instanceof Step.Index(var index)
        && index >= 0
        && index < elements.size()) {
      var left = new ArrayList<>(elements);
      if (rest.isEmpty()) {
        left.remove(index);
      } else {
        left.set(index, remove(left.get(index), rest));
      }
      return new Items(left);
    }
    if (value instanceof Fields(var fields)
        && steps.getFirst() instanceof Step.Name(var name)
        && fields.containsKey(name)) {
      var left = new TreeMap<>(fields);
      if (rest.isEmpty()) {
        left.remove(name);
        if (left.size() == 1 && left.containsKey("secure") && isText(left.get("secure"))) {
          throw reserved();
        }
      } else {
        left.put(name, remove(left.get(name), rest));
      }
      return new Fields(left);
    }
    return value;
  }

  /** A whole value that is no container gives way to one, a part of one does not. */
  private static <T extends ConfigNode> T container(
      ConfigNode value, Class<T> type, String words, boolean isRoot) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    var isNothing = value instanceof Plain(var scalar) && scalar.isNull();
    if (!isNothing && (value.isStructured() || !isRoot)) {
      throw invalid("expected " + words);
    }
    return type.cast(type == Items.class ? new Items(List.of()) : new Fields(new TreeMap<>()));
  }

  private static boolean isText(ConfigNode value) {
    return value instanceof Plain(var scalar) && scalar.isTextual();
  }

  private static EngineException reserved() {
    return invalid("maps with the single key \"secure\" are reserved");
  }

  private static EngineException invalid(String reason) {
    return new EngineException(FailureClass.INVALID, "could not set config: " + reason);
  }
}
