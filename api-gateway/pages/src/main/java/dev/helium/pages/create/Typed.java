package dev.helium.pages.create;

import dev.helium.pages.web.Upload;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands in the form. Files of text are text once they have arrived, so that they are there
 * when the form is shown again.
 *
 * @param texts by the names of their fields
 * @param fileNames of files, by the names of their fields
 * @param broken what is wrong with how a field arrived, by its name
 */
public record Typed(
    Map<String, String> texts,
    Map<String, String> fileNames,
    Optional<Upload.File> chart,
    Map<String, String> broken) {
  static final String VALUES = "valuesYaml";
  static final String INFRASTRUCTURE = "infraJson";
  static final String CHART = "chart";

  /** Told by a script in place of the file, which is not sent for a preview. */
  private static final String CHART_NAME = "chartName";

  /** Before anything was typed. */
  static final Typed NOTHING = new Typed(Map.of(), Map.of(), Optional.empty(), Map.of());

  public Typed {
    texts = Map.copyOf(texts);
    fileNames = Map.copyOf(fileNames);
    Objects.requireNonNull(chart, "chart");
    broken = Map.copyOf(broken);
  }

  static Typed of(Upload upload) {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, String> broken = new HashMap<>();
    upload.tooLarge().forEach(field -> broken.put(field, "is larger than allowed"));
    upload.texts().fields().forEach((name, value) -> texts.putIfAbsent(name, clean(value)));
    for (String field : List.of(VALUES, INFRASTRUCTURE)) {
      upload
          .file(field)
          .ifPresent(
              file -> {
                decoded(file.content())
                    .ifPresentOrElse(
                        text -> texts.put(field, clean(text)),
                        () -> broken.put(field, "must be text in UTF-8"));
                names.put(field, baseName(file.name()));
              });
    }
    Optional<Upload.File> chart = upload.file(CHART);
    chart.ifPresent(file -> names.put(CHART, baseName(file.name())));
    String told = texts.getOrDefault(CHART_NAME, "");
    if (!told.isEmpty()) {
      names.putIfAbsent(CHART, baseName(told));
    }
    return new Typed(texts, names, chart, broken);
  }

  /** A preset form. */
  static Typed of(Map<String, String> texts) {
    return new Typed(texts, Map.of(), Optional.empty(), Map.of());
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
    return text.replace("\r\n", "\n").replace("\0", "").replaceFirst("^\uFEFF", "");
  }

  /** Empty when it is another encoding, which would come out as other values than were meant. */
  private static Optional<String> decoded(Buffer content) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(content.getBytes()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
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
