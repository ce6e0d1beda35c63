package dev.helium.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.asset.AssetSource;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pulumirpc.Resource.RegisterResourceRequest;

class GoalReaderTest {
  private static final AssetHashes NO_ASSETS =
      new AssetHashes(new AssetSource(Path.of(""), Duration.ofSeconds(1), 1));

  @Test
  void readsTimesAsGoWritesThem() {
    // given
    var text = "1h2m3.5s";
    // when
    var duration = GoalReader.duration(text);
    // then
    assertThat(duration).isEqualTo(Duration.ofMillis(3_723_500));
    assertThatThrownBy(() -> GoalReader.duration("soon")).isInstanceOf(EngineException.class);
  }

  @Test
  void refusesOptionsByName() {
    // given
    var request = RegisterResourceRequest.newBuilder().setPackageRef("x").build();
    // when
    assertThatThrownBy(() -> GoalReader.read(request, NO_ASSETS))
        // then
        .hasMessageContaining("a parameterized package")
        .hasMessageContaining("use the pulumi CLI engine");
  }
}
