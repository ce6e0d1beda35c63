package dev.helium.pages.create;

import dev.helium.pages.frame.Frame;
import java.util.List;
import java.util.Objects;

/** What the catalogue shows: a card for each backend. */
public record CatalogModel(Frame frame, List<Card> cards) {
  public CatalogModel {
    Objects.requireNonNull(frame, "frame");
    cards = List.copyOf(cards);
  }
}
