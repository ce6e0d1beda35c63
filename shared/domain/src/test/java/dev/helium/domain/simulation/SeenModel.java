package dev.helium.domain.simulation;

import dev.helium.domain.Event;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What was seen of the life that is lived. */
final class SeenModel {
  int events;
  boolean ready;
  boolean everReady;
  String address = "";

  /** Something seen, which counts when it is of the life that is lived. */
  Event random(RandomGenerator random, int life, int lived) {
    events++;
    if (random.nextInt(3) == 0) {
      String now = "10.0.0." + random.nextInt(250);
      address = life == lived ? now : address;
      return new Event.ConnectionChanged(life, Map.of("Service/web", now));
    }
    boolean turned = random.nextBoolean();
    if (life == lived) {
      ready = turned;
      everReady |= turned;
    }
    return new Event.ReadinessChanged(
        life,
        turned
            ? new Readiness.Ready()
            : new Readiness.NotReady(
                List.of(new Reason(ReasonKind.WAITING, "Pod/a", "Pulling", "it takes time"))));
  }

  /** The life is over. */
  void leave() {
    address = "";
  }

  /** Another life has begun. */
  void forget() {
    ready = false;
    everReady = false;
    address = "";
  }
}
