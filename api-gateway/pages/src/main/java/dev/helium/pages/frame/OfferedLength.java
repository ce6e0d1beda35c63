package dev.helium.pages.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A length of life that forms offer, where no day is chosen. */
public record OfferedLength(Duration length) {
  /** The same everywhere, so that nobody looks for one that another form has. */
  public static final List<OfferedLength> ALL =
      List.of(
          new OfferedLength(Duration.ofHours(1)),
          new OfferedLength(Duration.ofHours(4)),
          new OfferedLength(Duration.ofHours(8)),
          new OfferedLength(Duration.ofDays(1)),
          new OfferedLength(Duration.ofDays(3)),
          new OfferedLength(Duration.ofDays(7)),
          new OfferedLength(Duration.ofDays(14)),
          new OfferedLength(Duration.ofDays(30)),
          new OfferedLength(Duration.ofDays(90)));

  /** What most people want who want more of it: past a weekend. */
  public static final OfferedLength USUAL = new OfferedLength(Duration.ofDays(3));

  public OfferedLength {
    Objects.requireNonNull(length, "length");
  }

  /** That of a form; empty when it is none that was offered. */
  public static Optional<OfferedLength> named(String id) {
    return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** As forms send it. */
  public String id() {
    return length.toString();
  }

  public String words() {
    return Shown.length(length);
  }

  /** The instant that it ends at, to the second. */
  public Instant after(Instant from) {
    return from.plus(length).truncatedTo(ChronoUnit.SECONDS);
  }
}
