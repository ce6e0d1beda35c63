package dev.helium.log;

import dev.helium.wire.Topics;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far back the audit has been read.
 *
 * @param offsets by partition: what is below has not been read
 */
public record AuditPlace(List<Long> offsets) {
  /** Where nothing has been read. */
  public static final AuditPlace NEWEST =
      new AuditPlace(Collections.nCopies(Topics.PARTITIONS, Long.MAX_VALUE));

  /** Of which no text is longer. */
  public static final int LONGEST_TEXT = 13 * Topics.PARTITIONS;

  private static final int RADIX = 36;
  private static final Pattern TEXT =
      Pattern.compile("[0-9a-z]{1,12}(-[0-9a-z]{1,12}){" + (Topics.PARTITIONS - 1) + "}");

  public AuditPlace {
    offsets = List.copyOf(offsets);
    if (offsets.size() != Topics.PARTITIONS || offsets.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("a place of the audit has an offset for each partition");
    }
  }

  /** What {@link #text} made of a place; empty when it made no such text. */
  public static Optional<AuditPlace> parse(String text) {
    return TEXT.matcher(text).matches()
        ? Optional.of(
            new AuditPlace(
                Stream.of(text.split("-", -1)).map(each -> Long.parseLong(each, RADIX)).toList()))
        : Optional.empty();
  }

  /** For people's addresses: letters, digits and hyphens. Not of {@link #NEWEST}. */
  public String text() {
    return offsets.stream()
        .map(offset -> Long.toString(offset, RADIX))
        .collect(Collectors.joining("-"));
  }
}
