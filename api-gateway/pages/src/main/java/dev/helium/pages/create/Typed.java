package dev.helium.pages.create;

import dev.helium.pages.web.Upload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in the form. Files of text are text once they have arrived, so that they are there
 * when the form is shown again.
 *
 * @param texts by the names of their fields
 * @param fileNames of files, by the names of their fields
 * @param tooLarge fields that hold more than they may
 */
public record Typed(
    Map<String, String> texts,
    Map<String, String> fileNames,
    Optional<Upload.File> chart,
    Set<String> tooLarge) {
  static final String VALUES = "valuesYaml";
  static final String INFRASTRUCTURE = "infraJson";
  static final String CHART = "chart";

  /** Told by a script in place of the file, which is not sent for a preview. */
  private static final String CHART_NAME = "chartName";

  /** Before anything was typed. */
  static final Typed NOTHING = new Typed(Map.of(), Map.of(), Optional.empty(), Set.of());

  public Typed {
    texts = Map.copyOf(texts);
    fileNames = Map.copyOf(fileNames);
    Objects.requireNonNull(chart, "chart");
    tooLarge = Set.copyOf(tooLarge);
  }

  static Typed of(Upload upload) {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    upload.texts().fields().forEach((name, value) -> texts.putIfAbsent(name, clean(value)));
    for (String field : List.of(VALUES, INFRASTRUCTURE)) {
      upload
          .file(field)
          .ifPresent(
              file -> {
                texts.put(field, clean(file.content().toString()));
                names.put(field, baseName(file.name()));
              });
    }
    Optional<Upload.File> chart = upload.file(CHART);
    chart.ifPresent(file -> names.put(CHART, baseName(file.name())));
    String told = texts.getOrDefault(CHART_NAME, "");
    if (!told.isEmpty()) {
      names.putIfAbsent(CHART, baseName(told));
    }
    return new Typed(texts, names, chart, upload.tooLarge());
  }

  /** A preset form. */
  static Typed of(Map<String, String> texts) {
    return new Typed(texts, Map.of(), Optional.empty(), Set.of());
  }

  Typed with(String field, String text) {
    Map<String, String> more = new HashMap<>(texts);
    more.put(field, text);
    return new Typed(more, fileNames, chart, tooLarge);
  }

  /** Exactly as it was typed; empty when it was not. */
  public String raw(String field) {
    return texts.getOrDefault(field, "");
  }

  /** Without white space around it. */
  public String text(String field) {
    return raw(field).strip();
  }

  public String fileName(String field) {
    return fileNames.getOrDefault(field, "");
  }

  /** Lines that are not empty, without white space around them. */
  List<String> lines(String field) {
    return raw(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** How many of these have something in them. */
  public long given(List<FormField> fields) {
    return fields.stream().filter(field -> !text(field.name()).isEmpty()).count();
  }

  /** Lines end as they do in files, and what ends a text for C is none. */
  private static String clean(String text) {
    return text.replace("\r\n", "\n").replace("\0", "");
  }

  private static String baseName(String name) {
    String clean = clean(name).replace("\n", " ");
    return clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
  }

  @Override
  public String toString() {
    // Passwords are among them.
    return texts.keySet().stream().sorted().collect(Collectors.joining(", ", "Typed[", "]"));
  }
}
