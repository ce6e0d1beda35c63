package dev.helium.gateway.labels;

import dev.helium.domain.FieldError;
import dev.helium.domain.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Labels that are asked for, all of them.
 *
 * @param values by the label's name; an empty value is an empty one
 * @param names of labels that must be there, whatever their values
 */
public record LabelFilter(Map<String, String> values, Set<String> names) {
  /** Asks for none. */
  public static final LabelFilter NONE = new LabelFilter(Map.of(), Set.of());

  private static final String FIELD = "label";

  public LabelFilter {
    values = Map.copyOf(values);
    names = Set.copyOf(names);
  }

  /**
   * What parameters ask for, each as {@code name=value} or {@code name}.
   *
   * @param errors takes every rule that is broken
   */
  public static LabelFilter read(List<String> parameters, List<FieldError> errors) {
    Map<String, String> values = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (String text : parameters) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        names.add(text);
      } else if (values.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
        errors.add(new FieldError(FIELD, "must name each label once"));
      }
    }
    if (parameters.size() > Labels.MOST) {
      errors.add(new FieldError(FIELD, "must be at most " + Labels.MOST));
    }
    check(values, names, errors);
    return new LabelFilter(values, names);
  }

  /** Whether it asks for any. */
  public boolean asks() {
    return !values.isEmpty() || !names.isEmpty();
  }

  /** Whether all that it asks for is among these. */
  public boolean accepts(Map<String, String> labels) {
    return labels.entrySet().containsAll(values.entrySet()) && labels.keySet().containsAll(names);
  }

  /** The same text for the same filter, in every process. */
  public String canonical() {
    return new TreeMap<>(values) + "\n" + new TreeSet<>(names);
  }

  /** A prefix that is not for people names no label that there is, and asking is no harm. */
  private static void check(
      Map<String, String> values, Set<String> names, List<FieldError> errors) {
    Map<String, String> all = new HashMap<>(values);
    names.forEach(name -> all.putIfAbsent(name, ""));
    Labels.check(all).stream()
        .filter(error -> !error.field().equals("labels"))
        .filter(error -> !error.rule().startsWith("has a prefix"))
        .map(error -> new FieldError(FIELD, error.rule()))
        .distinct()
        .forEach(errors::add);
  }
}
