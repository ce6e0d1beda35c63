package dev.helium.story.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.launcher.console.Console;
import dev.helium.story.chaos.check.Finding;
import dev.helium.story.chaos.fault.Struck;
import dev.helium.story.chaos.fault.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A short run of what {@code ./helium chaos} does at length: everything is killed once. */
class ChaosTest {
  private static final long SEED = 2026;
  private static final int KILLS = 8;

  @Test
  void losesNothingAndDoesNothingTwiceWhileEverythingIsKilled()
      throws IOException, InterruptedException {
    // given
    ChaosOptions options =
        new ChaosOptions(
            Path.of(System.getProperty("helium.root")), SEED, KILLS, Duration.ofMinutes(20));
    Console console = new Console(System.out, System.err, 0, false);

    // when
    ChaosResult result = new Chaos(options, console, InstantSource.system()).run();

    // then
    assertThat(result.findings()).describedAs("in %s", result.home()).allMatch(Finding::holds);
    assertThat(result.isComplete()).isTrue();
    assertThat(result.struck())
        .flatExtracting((Struck struck) -> struck.fault().blows())
        .hasSize(KILLS)
        .extracting(blow -> blow.victim())
        .containsAll(Victim.all());
  }
}
