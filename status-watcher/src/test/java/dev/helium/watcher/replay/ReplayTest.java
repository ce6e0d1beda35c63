package dev.helium.watcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Life;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever way watches deliver what happened, it comes to what a list would show. */
final class ReplayTest {
  private static final int SEEDS = 25;

  static Stream<String> recordings() {
    return Recording.NAMES.stream();
  }

  @ParameterizedTest
  @CsvSource({
    "creation, Ready",
    "rollout, Ready",
    "image-pull, ImagePullBackOff",
    "crash-loop, CrashLoopBackOff",
    "node-loss, Ready",
    "job, Ready",
    "scaling, Ready",
    "deletion, NamespaceMissing"
  })
  void endsAsItEnded(String name, String word) {
    // given
    Recording recording = Recording.read(name);
    Shown shown = new Shown();
    // when
    Watch watch = new Watch(recording.events());
    while (!watch.isOver()) {
      watch.deliver(shown);
    }
    // then
    Instant now = Instant.now();
    Assessment end = shown.assessment(new WorkspaceId(name), Life.Stage.MADE, now);
    assertThat(words(end.readiness())).contains(word);
    assertSame(name, shown, recording.end());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void isAtEveryMomentWhatAListWouldShow(String name) {
    // given
    Watch watch = new Watch(Recording.read(name).events());
    Shown shown = new Shown();
    while (!watch.isOver()) {
      // when
      watch.deliver(shown);
      // then
      assertSame(name, shown, watch.delivered());
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void comesToTheSameHoweverWatchesRepeatLagAndBeginAgain(String name) {
    Recording recording = Recording.read(name);
    for (int seed = 0; seed < SEEDS; seed++) {
      // given
      Random random = new Random(seed);
      List<Watch> watches = watches(recording);
      Shown shown = new Shown();
      while (!watches.stream().allMatch(Watch::isOver)) {
        // when
        step(watches.get(random.nextInt(watches.size())), shown, random);
        // then
        assertSame(name, shown, delivered(watches));
      }
      assertSame(name, shown, recording.end());
    }
  }

  private static void step(Watch watch, Shown shown, Random random) {
    switch (random.nextInt(10)) {
      case 0 -> watch.repeat(shown);
      case 1 -> watch.relist(shown, random);
      default -> {
        if (!watch.isOver()) {
          watch.deliver(shown);
        }
      }
    }
  }

  private static List<Watch> watches(Recording recording) {
    return recording.events().stream().collect(Collectors.groupingBy(Seen::kind)).values().stream()
        .map(Watch::new)
        .toList();
  }

  private static List<HasMetadata> delivered(List<Watch> watches) {
    return watches.stream().flatMap(watch -> watch.delivered().stream()).toList();
  }

  private static void assertSame(String name, Shown shown, Collection<HasMetadata> objects) {
    Shown listed = Shown.list(objects);
    WorkspaceId id = new WorkspaceId(name);
    for (Life.Stage stage : Life.Stage.values()) {
      for (Instant now : List.of(Instant.EPOCH, Instant.now().plus(Duration.ofDays(1)))) {
        assertThat(shown.assessment(id, stage, now)).isEqualTo(listed.assessment(id, stage, now));
      }
    }
  }

  private static List<String> words(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Unknown _ -> List.of("Unknown");
      case Readiness.Ready _ -> List.of("Ready");
      case Readiness.NotReady(List<Reason> reasons) -> reasons.stream().map(Reason::code).toList();
    };
  }
}
