package dev.helium.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Events of the past that are to be delivered once more.
 *
 * @param number counts the redeliveries of a webhook from 1; 0 for none
 * @param places at most {@value #MOST} events in all
 */
public record Redelivery(
    int number, Instant requestedAt, String requestedBy, List<EventPlaces> places) {
  public static final int MOST = 1_000;

  public static final Redelivery NONE = new Redelivery(0, Instant.EPOCH, "", List.of());

  public Redelivery {
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(requestedBy, "requestedBy");
    places = List.copyOf(places);
    if (number < 0 || places.stream().mapToInt(each -> each.offsets().size()).sum() > MOST) {
      throw new IllegalArgumentException("a redelivery has at most " + MOST + " events");
    }
  }

  public Redelivery next(Instant at, String by, List<EventPlaces> wanted) {
    return new Redelivery(number + 1, at, by, wanted);
  }
}
