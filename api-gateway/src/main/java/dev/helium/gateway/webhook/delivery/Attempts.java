package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.Attempt;
import dev.helium.domain.webhook.DeliveryProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest tries of one webhook, the newest first. */
final class Attempts {
  private final Deque<Attempt> newest = new ArrayDeque<>();

  Attempts(List<Attempt> kept) {
    newest.addAll(kept);
  }

  void add(Attempt attempt) {
    newest.addFirst(attempt);
    if (newest.size() > DeliveryProgress.MOST_ATTEMPTS) {
      newest.removeLast();
    }
  }

  List<Attempt> all() {
    return List.copyOf(newest);
  }
}
