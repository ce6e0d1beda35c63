package dev.helium.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a backend is, for those who may ask for it and do not know its program.
 *
 * @param summary what it makes, in one sentence
 * @param parameters what it takes, as the text of a JSON Schema (2020-12) of an object; at most
 *     {@value #LONGEST_SCHEMA} characters
 * @param outputs what comes out, by the name of the field that shows it: a sentence each
 * @param profiles values that are laid over the defaults, as the text of a JSON object, by the name
 *     that the parameter called profile has; at most {@value #LONGEST_TEXT} characters together
 * @param fields which parameter a field of a request sets, names between dots
 * @param ready what must be ready, in the order in which it starts
 * @param infrastructure what its infrastructure file holds, as the text of a JSON Schema; empty
 *     when it takes none; at most {@value #LONGEST_TEXT} characters
 * @param page for its users, in Markdown; empty when there is none; at most {@value #LONGEST_TEXT}
 *     characters
 */
public record BackendDescription(
    String name,
    String summary,
    String parameters,
    Map<String, String> outputs,
    Map<String, String> profiles,
    Map<String, String> fields,
    List<String> ready,
    String infrastructure,
    String page) {
  public static final int LONGEST_SCHEMA = 262_144;
  public static final int LONGEST_TEXT = 65_536;

  public BackendDescription {
    Objects.requireNonNull(summary, "summary");
    outputs = Map.copyOf(outputs);
    profiles = Map.copyOf(profiles);
    fields = Map.copyOf(fields);
    ready = List.copyOf(ready);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a backend has a name");
    }
    atMost(LONGEST_SCHEMA, parameters.length(), "schema");
    atMost(LONGEST_TEXT, profiles.values().stream().mapToInt(String::length).sum(), "profiles");
    atMost(LONGEST_TEXT, infrastructure.length(), "schema of the infrastructure file");
    atMost(LONGEST_TEXT, page.length(), "page");
  }

  /** One without profiles, fields, an infrastructure file and a page. */
  public BackendDescription(
      String name, String summary, String parameters, Map<String, String> outputs) {
    this(name, summary, parameters, outputs, Map.of(), Map.of(), List.of(), "", "");
  }

  private static void atMost(int limit, int length, String what) {
    if (length > limit) {
      throw new IllegalArgumentException(
          "the " + what + " of a backend: at most " + limit + " characters");
    }
  }
}
