package dev.helium.engine.project;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The configuration that a project declares: defaults for all its stacks, and types. */
public final class ProjectConfig {
  private final String project;
  private final SortedMap<String, Declaration> declarations;

  private ProjectConfig(String project, SortedMap<String, Declaration> declarations) {
    this.project = project;
    this.declarations = declarations;
  }

  private record Declaration(
      String shown, ConfigType type, boolean secret, boolean hasValue, Object value) {}

  static ProjectConfig read(String project, Path file, Map<String, Object> settings) {
    var declarations = new TreeMap<String, Declaration>();
    var config = settings.get("config");
    if (config instanceof String) {
      throw EngineException.unsupported("config as a folder in " + file);
    }
    if (config != null && !(config instanceof Map<?, ?>)) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "project file " + file + ": config is no map");
    }
    if (config instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> declarations.put(String.valueOf(key), declaration(file, key, value)));
    }
    return new ProjectConfig(project, declarations);
  }

  /** The stack's values and, for what it has not set, the project's. */
  public SortedMap<String, ConfigNode> applied(StackSettings settings) {
    var applied = settings.values();
    declarations.forEach(
        (key, declaration) -> {
          if (declaration.hasValue() && settings.get(applied, key, true).isEmpty()) {
            applied.put(settings.qualified(key), ConfigText.of(declaration.value()));
          }
        });
    return applied;
  }

  /**
   * Refuses a stack whose values lack what the project declares or have another type.
   *
   * @param clear makes the text of a value that may be encrypted
   */
  public void require(
      String stack,
      StackSettings settings,
      SortedMap<String, ConfigNode> applied,
      Function<ConfigNode, ConfigNode> clear) {
    List<String> missing = new ArrayList<>();
    declarations.forEach(
        (key, declaration) -> {
          var value = settings.get(applied, key, true);
          var isOwn = settings.qualified(key).startsWith(project + ":");
          if (value.isEmpty() && isOwn) {
            missing.add("'" + key + "'");
          }
          value.ifPresent(found -> require(stack, declaration, found, clear));
        });
    if (!missing.isEmpty()) {
      throw invalid(
          stack,
          "is missing configuration value"
              + (missing.size() > 1 ? "s " : " ")
              + String.join(", ", missing));
    }
  }

  private static void require(
      String stack,
      Declaration declaration,
      ConfigNode value,
      Function<ConfigNode, ConfigNode> clear) {
    if (declaration.type() == null) {
      return;
    }
    if (declaration.secret() && !value.isSecret()) {
      throw invalid(
          stack,
          "with configuration key '" + declaration.shown() + "' must be encrypted as it's secret");
    }
    if (!declaration.type().fits(clear.apply(value))) {
      throw invalid(
          stack,
          "with configuration key '"
              + declaration.shown()
              + "' must be of type '"
              + declaration.type().shown()
              + "'");
    }
  }

  private static EngineException invalid(String stack, String reason) {
    return new EngineException(FailureClass.INVALID, "Stack '" + stack + "' " + reason);
  }

  private static Declaration declaration(Path file, Object key, Object value) {
    var shown = String.valueOf(key);
    if (!(value instanceof Map<?, ?> map)) {
      return new Declaration(shown, null, false, true, value);
    }
    var type = map.get("type") == null ? null : ConfigType.read(file, shown, map);
    var given = map.containsKey("default") ? map.get("default") : map.get("value");
    return new Declaration(
        shown, type, Boolean.TRUE.equals(map.get("secret")), given != null, given);
  }
}
