package dev.helium.backends.values;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.helium.backends.Problem;
import dev.helium.backends.schema.Trees;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What an uploaded file holds: at most 256 KiB with 20 aliases, 20 levels and 20,000 values, all
 * aliases written out.
 *
 * @param values by name; empty when there is a problem
 * @param problems why it cannot be taken; none when it can
 */
public record ValuesFile(Map<String, Object> values, List<Problem> problems) {
  /** The field of the request that it comes in. */
  public static final String FIELD = "valuesYaml";

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(100).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int LONGEST = 256 * 1024;
  private static final int MOST_ALIASES = 20;
  private static final int DEEPEST = 20;
  private static final int MOST_VALUES = 20_000;

  public ValuesFile {
    problems = List.copyOf(problems);
  }

  /** Of a text that may be anything; nothing in it means no values. */
  public static ValuesFile read(String yaml) {
    if (yaml.length() > LONGEST) {
      return refused(FIELD, "must have at most " + LONGEST / 1024 + " KiB");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LONGEST)
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setAllowNonScalarKeys(false)
            .build();
    try {
      return of(FIELD, new Load(settings).loadFromString(yaml));
    } catch (MarkedYamlEngineException invalid) {
      return refused(FIELD, "is not valid YAML" + place(invalid));
    } catch (YamlEngineException | StackOverflowError invalid) {
      return refused(FIELD, "is not valid YAML, or too large or too deep");
    }
  }

  /**
   * The same of a JSON object.
   *
   * @param field of the request that it comes in
   */
  public static ValuesFile ofJson(String field, String json) {
    if (json.length() > LONGEST) {
      return refused(field, "must have at most " + LONGEST / 1024 + " KiB");
    }
    try {
      // Not as YAML, which it nearly is: tabs are no blanks there.
      return of(field, json.isBlank() ? null : JSON.readValue(json, Object.class));
    } catch (JsonProcessingException invalid) {
      // Without the library's message, which quotes the content.
      return refused(field, "is not valid JSON, or too deep");
    }
  }

  private static ValuesFile of(String field, Object loaded) {
    if (loaded == null) {
      return new ValuesFile(Map.of(), List.of());
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      return refused(field, "must be a map of values");
    }
    return count(map, 0, MOST_VALUES) < 0
        ? refused(field, "must have at most " + MOST_VALUES + " values and " + DEEPEST + " levels")
        : new ValuesFile(Trees.copy(map), List.of());
  }

  /** How many more values there may be after these; below zero when there are too many. */
  private static int count(Object value, int depth, int left) {
    if (depth > DEEPEST) {
      return -1;
    }
    Collection<?> below =
        switch (value) {
          case Map<?, ?> map -> map.values();
          case Collection<?> list -> list;
          case null, default -> List.of();
        };
    int rest = left - 1;
    for (Object each : below) {
      if (rest < 0) {
        return rest;
      }
      rest = count(each, depth + 1, rest);
    }
    return rest;
  }

  private static ValuesFile refused(String field, String rule) {
    return new ValuesFile(Map.of(), List.of(new Problem(field, rule)));
  }

  private static String place(MarkedYamlEngineException invalid) {
    return invalid
        .getProblemMark()
        .map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
        .orElse("");
  }
}
