package dev.helium.log;

import java.util.List;
import java.util.Optional;

/**
 * The dead letters there are.
 *
 * @param all in the order of their places
 * @param foreign how many records of the topic are not letters
 * @param more whether there are letters beyond these
 */
public record Letters(List<DeadLetter> all, long foreign, boolean more) {
  public Letters {
    all = List.copyOf(all);
  }

  public List<DeadLetter> waiting() {
    return all.stream().filter(DeadLetter::isWaiting).toList();
  }

  public Optional<DeadLetter> numbered(long number) {
    return all.stream().filter(letter -> letter.number() == number).findFirst();
  }
}
