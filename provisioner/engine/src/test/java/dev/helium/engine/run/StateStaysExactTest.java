package dev.helium.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.engine.run.Things.Fault;
import dev.helium.engine.state.ResourceState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs and failures; the provider in memory knows what really exists. */
class StateStaysExactTest {
  private static final int RUNS = 40;
  private static final int MOST_THINGS = 9;

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void recordsExactlyWhatExistsAfterAnyFailure(long seed) {
    // given
    var random = new Random(seed);
    try (var stack = new MemoryStack(root)) {
      for (int run = 0; run < RUNS; run++) {
        var program = program(random);
        fail(stack, random);
        // when
        var settings = settings(stack, random);
        switch (random.nextInt(8)) {
          case 0 -> stack.destroy(settings);
          case 1 -> stack.refresh(settings);
          default -> stack.up(settings, program);
        }
        // then
        requireExact(stack, "seed " + seed + " run " + run);
      }
      // when
      stack.things.faults.clear();
      var last = program(random);
      var result = stack.up(last);
      // then
      assertThat(result.failure()).isNull();
      assertThat(stack.names())
          .containsExactlyInAnyOrderElementsOf(List.of(last).stream().map(Thing::name).toList());
      assertThat(stack.up(last).changes()).containsOnlyKeys(OperationType.SAME);
      requireExact(stack, "seed " + seed + " at the end");
    }
  }

  private static void requireExact(MemoryStack stack, String when) {
    var recorded =
        stack.recorded().stream().filter(thing -> !thing.condition().pendingReplacement()).toList();
    assertThat(recorded)
        .as(when)
        .extracting(ResourceState::id)
        .containsExactlyInAnyOrderElementsOf(stack.things.existing.keySet());
    assertThat(stack.deployment().pending()).as(when).isEmpty();
    var before = new HashSet<String>();
    for (var resource : stack.deployment().resources()) {
      assertThat(before).as("%s: %s", when, resource).containsAll(resource.needs());
      before.add(resource.urn());
    }
  }

  private static Thing[] program(Random random) {
    var things = new ArrayList<Thing>();
    for (int number = 0; number < MOST_THINGS; number++) {
      if (random.nextInt(4) == 0) {
        continue;
      }
      var thing = Thing.of("t" + number).with("v", "" + random.nextInt(3));
      if (random.nextInt(3) == 0) {
        thing = thing.with("fixed", "" + random.nextInt(2));
      }
      if (random.nextInt(3) == 0) {
        thing = thing.with("alone", "yes");
      }
      for (var other : things) {
        switch (random.nextInt(9)) {
          case 0 -> thing = thing.after(other.name());
          case 1 -> thing = thing.from("source", other.name());
          case 2 -> thing = thing.from("fixedSource", other.name());
          default -> {}
        }
      }
      things.add(thing);
    }
    return things.toArray(Thing[]::new);
  }

  private static void fail(MemoryStack stack, Random random) {
    stack.things.faults.clear();
    for (int count = random.nextInt(4); count > 0; count--) {
      var operation = List.of("create", "update", "delete", "read").get(random.nextInt(4));
      var partly = !operation.equals("delete") && random.nextBoolean();
      stack.things.faults.put(
          operation + " t" + random.nextInt(MOST_THINGS), partly ? Fault.PARTLY : Fault.REFUSED);
    }
  }

  private static RunSettings settings(MemoryStack stack, Random random) {
    var settings = new Settings();
    var some = stack.urn("t" + random.nextInt(MOST_THINGS));
    switch (random.nextInt(8)) {
      case 0 -> settings.targets(some).targetDependents();
      case 1 -> settings.excludes(some).excludeDependents();
      case 2 -> settings.replaces("**::t" + random.nextInt(MOST_THINGS));
      case 3 -> settings.targets(some);
      case 4 -> settings.excludes(some);
      default -> {}
    }
    if (random.nextBoolean()) {
      settings.continueOnError();
    }
    if (random.nextInt(5) == 0) {
      settings.preview();
    }
    if (random.nextInt(5) == 0) {
      settings.refresh();
    }
    return settings.build();
  }
}
