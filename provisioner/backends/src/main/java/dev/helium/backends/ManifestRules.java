package dev.helium.backends;

import dev.helium.backends.schema.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the parts of a manifest must fit together. */
final class ManifestRules {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final String PROFILE = "profile";
  private static final String INFRASTRUCTURE = "infrastructure";

  private ManifestRules() {}

  /** Ends with an {@link IllegalStateException} at the first rule that is broken. */
  static void check(Manifest manifest) {
    require(NAME.matcher(manifest.name()).matches(), "name must match " + NAME);
    require(
        manifest.infrastructure().isEmpty() || !manifest.names().contains(INFRASTRUCTURE),
        "parameters: what the infrastructure file says takes the name " + INFRASTRUCTURE);
    manifest
        .fields()
        .forEach(
            (field, path) ->
                require(
                    parameter(manifest.parameters(), path).isPresent(),
                    "fields: " + field + " sets " + path + ", which parameters does not have"));
    manifest
        .profiles()
        .forEach(
            (name, values) -> {
              require(
                  profiles(manifest).contains(name),
                  "profiles: the parameter profile does not take \"" + name + "\"");
              require(!values.containsKey(PROFILE), "profiles: " + name + " must not set profile");
            });
  }

  /** The schema at a path of names between dots. */
  static Optional<Map<String, Object>> parameter(Map<String, Object> schema, String path) {
    return Trees.find(schema, "properties." + path.replace(".", ".properties."))
        .map(found -> Trees.map(found, path));
  }

  private static List<?> profiles(Manifest manifest) {
    return parameter(manifest.parameters(), PROFILE)
                .map(schema -> schema.get("enum"))
                .orElse(List.of())
            instanceof List<?> names
        ? names
        : List.of();
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalStateException(rule);
    }
  }
}
