package dev.helium.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue of reasons, as Markdown for people. */
final class ReasonDocument {
  private static final String INTRODUCTION =
      """
      # Why a workspace is not ready

      Made from the code (`ReadinessCode`, `ReasonClass`, `ReasonKind`); `ReasonDocumentTest` fails when this file
      says anything else, and says how to write it anew.

      Each reason has an object, a code, a kind and a class. The kind says what can be expected: `waiting` ends by
      itself, `recoverable` may mend itself, `fatal` needs somebody. The class says where to look. The cluster may say
      words that are not listed here: those have the class `cluster` and the way on of their kind.

      """;

  private ReasonDocument() {}

  static String markdown() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    text.append("| kind | way on where nothing better is known |\n|---|---|\n");
    for (ReasonKind kind : ReasonKind.values()) {
      text.append("| `%s` | %s |\n".formatted(word(kind), kind.wayOn()));
    }
    for (ReasonClass place : ReasonClass.values()) {
      List<ReadinessCode> codes =
          Arrays.stream(ReadinessCode.values())
              .filter(code -> code.reasonClass() == place)
              .toList();
      if (!codes.isEmpty()) {
        text.append("\n## %s: %s\n\n".formatted(word(place), place.meaning()));
        text.append("| code | kind | means | what to do |\n|---|---|---|---|\n");
        codes.forEach(code -> text.append(row(code)));
      }
    }
    text.append("\n## Of failed attempts only\n\n");
    Arrays.stream(ReasonClass.values())
        .filter(
            place ->
                Arrays.stream(ReadinessCode.values())
                    .noneMatch(code -> code.reasonClass() == place))
        .forEach(place -> text.append("- `%s`: %s\n".formatted(word(place), place.meaning())));
    return text.toString();
  }

  private static String row(ReadinessCode code) {
    String kinds =
        code.kinds().stream()
            .map(kind -> "`" + word(kind) + "`")
            .collect(Collectors.joining(", then "));
    return "| `%s` | %s | %s | %s |\n".formatted(code.word(), kinds, code.meaning(), code.wayOn());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
