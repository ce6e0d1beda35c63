package dev.helium.gateway.listing;

import java.util.Objects;
import java.util.Optional;

/**
 * What part of the list is asked for.
 *
 * @param limit of one page, 1 to {@value #MOST}
 */
record ListQuery(ListFilter filter, ListOrder order, boolean descending, Start start, int limit) {
  static final int MOST = 500;
  static final int DEFAULT = 100;

  ListQuery {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(start, "start");
  }

  /** Where a page begins. */
  sealed interface Start {
    record Beginning() implements Start {}

    /** Behind that place, whether or not anything stands there now. */
    record After(ListPlace place) implements Start {
      public After {
        Objects.requireNonNull(place, "place");
      }
    }

    default Optional<ListPlace> after() {
      return this instanceof After(ListPlace place) ? Optional.of(place) : Optional.empty();
    }
  }

  /** As the parameter {@code sort} says it. */
  String sort() {
    return (descending ? "-" : "") + order.word();
  }
}
