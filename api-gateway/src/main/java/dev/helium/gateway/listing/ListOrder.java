package dev.helium.gateway.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what a list is sorted; names decide among equals. */
enum ListOrder {
  NAME("name"),
  CREATED("created"),
  EXPIRY("expiry"),
  STATUS("status");

  private final String word;

  ListOrder(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ListOrder::word).toList();
  }

  static Optional<ListOrder> of(String word) {
    return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
  }
}
