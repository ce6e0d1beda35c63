package dev.helium.backends.values;

import dev.helium.backends.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Takes values from an uploaded YAML file. Each method gives the value or, when it is missing or
 * breaks its rule, the default; the broken rules are collected.
 */
public final class ValuesReader {
  private static final String FILE = "valuesYaml";
  private static final int LONGEST = 256 * 1024;
  private static final int DEEPEST = 20;

  private final Map<?, ?> values;
  private final List<Problem> problems = new ArrayList<>();

  /** Reads at most 256 KiB with at most 20 aliases and 20 levels. */
  public ValuesReader(String yaml) {
    this.values = load(yaml);
  }

  /** Every rule that was broken so far. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Names every value that is not one of these, with the nearest one that is. */
  public void allowOnly(Set<String> names) {
    for (Object key : values.keySet()) {
      String name = String.valueOf(key);
      if (!names.contains(name)) {
        String rule = "is not known";
        problems.add(
            new Problem(
                FILE + "." + name,
                Similarity.nearest(name, names)
                    .map(nearest -> rule + "; did you mean \"" + nearest + "\"?")
                    .orElse(rule)));
      }
    }
  }

  public String text(String name, String initial, Pattern pattern, String rule) {
    Object value = values.get(name);
    if (value == null) {
      return initial;
    }
    String text = value instanceof Map || value instanceof List ? "" : String.valueOf(value);
    return pattern.matcher(text).matches() ? text : broken(name, rule, initial);
  }

  public int number(String name, int initial, int least, int most) {
    Object value = values.get(name);
    if (value == null) {
      return initial;
    }
    return value instanceof Integer number && number >= least && number <= most
        ? number
        : broken(name, "must be a whole number between " + least + " and " + most, initial);
  }

  /** A map of text to text. */
  public Map<String, String> map(String name, int most, Pattern keys, String rule) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> entries) || entries.size() > most) {
      return broken(name, "must be a map of at most " + most + " entries", Map.of());
    }
    Map<String, String> map = new TreeMap<>();
    entries.forEach(
        (key, entry) -> {
          boolean scalar = !(entry instanceof Map || entry instanceof List || entry == null);
          if (scalar && keys.matcher(String.valueOf(key)).matches()) {
            map.put(String.valueOf(key), String.valueOf(entry));
          } else {
            problems.add(new Problem(FILE + "." + name + "." + key, rule));
          }
        });
    return map;
  }

  private <T> T broken(String name, String rule, T initial) {
    problems.add(new Problem(FILE + "." + name, rule));
    return initial;
  }

  private Map<?, ?> load(String yaml) {
    if (yaml.length() > LONGEST) {
      problems.add(new Problem(FILE, "must have at most " + LONGEST / 1024 + " KiB"));
      return Map.of();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(DEEPEST)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .build();
    try {
      Object loaded = new Load(settings).loadFromString(yaml);
      if (loaded == null) {
        return Map.of();
      }
      if (loaded instanceof Map<?, ?> map) {
        return map;
      }
      problems.add(new Problem(FILE, "must be a map of values"));
    } catch (MarkedYamlEngineException invalid) {
      problems.add(new Problem(FILE, "is not valid YAML" + place(invalid)));
    } catch (YamlEngineException | StackOverflowError invalid) {
      problems.add(new Problem(FILE, "is not valid YAML, or too large or too deep"));
    }
    return Map.of();
  }

  private static String place(MarkedYamlEngineException invalid) {
    return Optional.ofNullable(invalid.getProblemMark())
        .flatMap(mark -> mark)
        .map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
        .orElse("");
  }
}
