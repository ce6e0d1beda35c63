package dev.helium.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script that starts services in containers has a list of flags of its own. */
class ContainerFlagsTest {
  @ParameterizedTest
  @EnumSource(value = ServiceName.class, names = "KAFKA", mode = EnumSource.Mode.EXCLUDE)
  void startsAServiceWithTheLaunchersFlagsButForHeapAndCompiler(ServiceName service)
      throws IOException {
    // given
    String script =
        Files.readString(Path.of(System.getProperty("helium.root"), "compose/docker/service"));

    // then
    assertThat(script).contains(service.label() + ")", "main=" + service.mainClass());
    assertThat(JvmFlags.of(service))
        .filteredOn(flag -> !flag.startsWith("-Xmx") && !flag.startsWith("-XX:TieredStopAtLevel"))
        .isNotEmpty()
        .allSatisfy(flag -> assertThat(script).contains(flag));
  }
}
