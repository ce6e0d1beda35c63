package dev.helium.story.benchmark.catalog;

import dev.helium.cluster.LocalCluster;
import dev.helium.story.StoryClient;
import dev.helium.story.StoryWorld;
import dev.helium.story.benchmark.deletion.Hearing;
import dev.helium.story.benchmark.deletion.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Everything that a measurement needs; closes nothing. */
record Surroundings(
    StoryWorld world,
    LocalCluster cluster,
    StoryClient client,
    BareMaker bare,
    Hearing hearing,
    Heard heard) {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_OF_EACH = Duration.ofSeconds(30);

  /** Asks for one, and returns when it is ready: the instant of the request. */
  Instant make(Offer offer, String workspace) {
    Instant requested = Instant.now();
    offer.ask(client, workspace);
    untilReady(List.of(workspace));
    return requested;
  }

  void untilReady(List<String> workspaces) {
    Waiting.until(
        "%d workspaces are ready".formatted(workspaces.size()),
        longest(workspaces),
        () -> {
          hearing.check();
          return workspaces.stream().allMatch(heard::isReady);
        });
  }

  /** Deletes them and returns when all are proven gone. */
  void end(List<String> workspaces) {
    workspaces.forEach(client::delete);
    Waiting.until(
        "%d workspaces are gone".formatted(workspaces.size()),
        longest(workspaces),
        () -> {
          hearing.check();
          return workspaces.stream().allMatch(heard::isGone);
        });
  }

  private static Duration longest(List<String> workspaces) {
    return LONGEST.plus(LONGEST_OF_EACH.multipliedBy(workspaces.size()));
  }
}
