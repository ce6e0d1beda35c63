package dev.helium.backends.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Problem;
import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what is said of a stack's configuration, all of it before it complains.
 *
 * <p>Used once.
 */
final class ConfigForm {
  private static final String PLAIN = "config";
  private static final String SECRET = "secretConfig";
  private static final String EXISTING = "existingSecrets";
  private static final String INFRASTRUCTURE = "infra-json-content";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Set<String> namespaces;
  private final Set<String> keys = new HashSet<>();
  private final Map<String, ConfigEntry> entries = new LinkedHashMap<>();
  private final List<ExistingSecret> secrets = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param namespaces whose secrets may be named
   */
  ConfigForm(Set<String> namespaces) {
    this.namespaces = namespaces;
  }

  /**
   * @param tree that fits the schema
   * @param infrastructure the file; empty for none
   */
  void read(Map<String, Object> tree, String infrastructure) {
    given(tree, PLAIN, false);
    given(tree, SECRET, true);
    if (!infrastructure.isEmpty() && isFree(PLAIN, INFRASTRUCTURE)) {
      entries.put(ProgramKeys.whole(INFRASTRUCTURE), new ConfigEntry(infrastructure, false));
    }
    for (Object said : tree.get(EXISTING) instanceof List<?> list ? list : List.of()) {
      existing(Trees.map(said, EXISTING));
    }
  }

  /** What is given itself, by its whole key. */
  Map<String, ConfigEntry> entries() {
    return Map.copyOf(entries);
  }

  List<ExistingSecret> secrets() {
    return List.copyOf(secrets);
  }

  /** Every rule that was broken. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void given(Map<String, Object> tree, String place, boolean secret) {
    Trees.mapOrNone(tree.get(place), place)
        .forEach(
            (key, value) -> {
              // A null takes away what a field of the request has set.
              if (value != null && isFree(place, key)) {
                entries.put(ProgramKeys.whole(key), new ConfigEntry(written(value), secret));
              }
            });
  }

  private void existing(Map<String, Object> said) {
    String place = EXISTING + "." + secrets.size();
    ExistingSecret secret =
        new ExistingSecret(
            ProgramKeys.whole(text(said, PLAIN)),
            text(said, "namespace"),
            text(said, "name"),
            text(said, "key"));
    if (!namespaces.contains(secret.namespace())) {
      problems.add(
          new Problem(
              place + ".namespace", "is none whose secrets an operator lets programs have"));
    }
    boolean _ = isFree(place, secret.config());
    secrets.add(secret);
  }

  private boolean isFree(String place, String key) {
    if (ProgramKeys.isOwn(key)) {
      problems.add(new Problem(Trees.join(place, key), "is said by Helium"));
      return false;
    }
    if (!keys.add(ProgramKeys.whole(key))) {
      problems.add(new Problem(Trees.join(place, key), "is given twice"));
      return false;
    }
    return true;
  }

  /** As the command line has it: what is not a single value is JSON. */
  private static String written(Object value) {
    try {
      return value instanceof Map || value instanceof List
          ? JSON.writeValueAsString(value)
          : String.valueOf(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that is no JSON", impossible);
    }
  }

  private static String text(Map<String, Object> said, String name) {
    return String.valueOf(said.getOrDefault(name, ""));
  }
}
