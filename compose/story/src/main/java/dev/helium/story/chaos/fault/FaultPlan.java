package dev.helium.story.chaos.fault;

import dev.helium.launcher.stack.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which faults there are, for a seed: each victim once, and then by chance. */
public final class FaultPlan {
  /** Longer than a member of a group of consumers may be silent, which is 6 s. */
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(7);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_AWAY = Duration.ofSeconds(5);
  private static final Duration SHORTEST_CALM = Duration.ofMillis(500);
  private static final Duration LONGEST_CALM = Duration.ofSeconds(4);
  private static final int PAIRS_IN_A_HUNDRED = 15;
  private static final int PAUSES_IN_A_HUNDRED = 25;

  private final Random random;
  private final List<Victim> lot;

  private FaultPlan(Random random) {
    this.random = random;
    this.lot =
        Victim.all().stream()
            .flatMap(victim -> Stream.generate(() -> victim).limit(weight(victim)))
            .toList();
  }

  /**
   * The faults in their order.
   *
   * @param blows in all; two at once count twice
   */
  public static List<Fault> of(long seed, int blows) {
    return new FaultPlan(new Random(seed)).faults(blows);
  }

  private List<Fault> faults(int blows) {
    List<Fault> faults = new ArrayList<>();
    List<Victim> each = new ArrayList<>(Victim.all());
    Collections.shuffle(each, random);
    int left = blows;
    while (left > 0) {
      boolean first = !each.isEmpty();
      List<Blow> hits = new ArrayList<>();
      hits.add(first ? new Blow(Blow.Kind.KILL, each.removeFirst()) : blow(ignored -> true));
      if (!first && left > 1 && random.nextInt(100) < PAIRS_IN_A_HUNDRED) {
        Victim other = hits.getFirst().victim();
        hits.add(blow(victim -> !victim.equals(other)));
      }
      faults.add(new Fault(hits, between(SHORTEST_CALM, LONGEST_CALM), away(hits)));
      left -= hits.size();
    }
    return faults;
  }

  private Blow blow(Predicate<Victim> allowed) {
    List<Victim> possible = lot.stream().filter(allowed).toList();
    Victim victim = possible.get(random.nextInt(possible.size()));
    boolean pause = random.nextInt(100) < PAUSES_IN_A_HUNDRED;
    return new Blow(pause && canBePaused(victim) ? Blow.Kind.PAUSE : Blow.Kind.KILL, victim);
  }

  private Duration away(List<Blow> hits) {
    boolean paused = hits.stream().anyMatch(hit -> hit.kind() == Blow.Kind.PAUSE);
    if (paused) {
      return between(SHORTEST_PAUSE, LONGEST_PAUSE);
    }
    return random.nextBoolean() ? Duration.ZERO : between(SHORTEST_CALM, LONGEST_AWAY);
  }

  private Duration between(Duration shortest, Duration longest) {
    return Duration.ofMillis(random.nextLong(shortest.toMillis(), longest.toMillis()));
  }

  /** Those that keep a session or a lease; the others only look slow. */
  private static boolean canBePaused(Victim victim) {
    return victim instanceof Victim.Service service
        && service.instance().service() != ServiceName.KAFKA;
  }

  /** The provisioners most of all: theirs is the work that somebody has to take over. */
  private static int weight(Victim victim) {
    return switch (victim) {
      case Victim.Program ignored -> 2;
      case Victim.Service service ->
          switch (service.instance().service()) {
            case PROVISIONER -> 5;
            case API_GATEWAY, DELETION_CONTROLLER -> 3;
            case KAFKA, STATUS_WATCHER -> 2;
          };
    };
  }
}
