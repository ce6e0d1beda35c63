package dev.helium.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.component.MonitoringProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of apt, by programs in its place; the real one needs a network. */
class DebianPackageTest {

  private static final String APT =
      """
      #!/bin/sh
      for argument in "$@"; do
        case $argument in
          update) touch updated ;;
          download)
            [ -f updated ] || exit 1
            touch prometheus_2.42.0_amd64.deb ;;
        esac
      done
      """;
  private static final String UNPACKER =
      """
      #!/bin/sh
      [ "$2" = prometheus_2.42.0_amd64.deb ] || exit 1
      mkdir -p "$3/usr/bin"
      echo program > "$3/usr/bin/prometheus"
      echo tool > "$3/usr/bin/promtool"
      """;

  @TempDir private Path directory;

  private final List<String> lines = new ArrayList<>();

  @Test
  void takesTheExecutablesOutOfThePackageWithoutInstallingIt() throws SourceUnavailableException {
    // given
    Programs.write(directory.resolve("bin/apt-get"), APT);
    Programs.write(directory.resolve("bin/dpkg-deb"), UNPACKER);

    // when
    obtain();

    // then
    assertThat(directory.resolve("prometheus")).hasContent("program");
    assertThat(directory.resolve("promtool")).hasContent("tool");
    assertThat(lines).containsExactly("prometheus: fetching Debian's package…");
  }

  @Test
  void saysWhatAptSaysWhenItFails() {
    // given
    Programs.write(
        directory.resolve("bin/apt-get"), "#!/bin/sh\necho 'E: The network is away'\nexit 100\n");
    Programs.write(directory.resolve("bin/dpkg-deb"), UNPACKER);

    // when / then
    assertThatThrownBy(this::obtain)
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("apt-get update failed (E: The network is away)");
  }

  @Test
  void isClosedWhereThereIsNoApt() {
    assertThatThrownBy(this::obtain)
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("this system has no Debian packages (apt-get)");
  }

  private void obtain() throws SourceUnavailableException {
    new DebianPackage(List.of(directory.resolve("bin")))
        .obtain(
            Distribution.PROMETHEUS, EnumSet.allOf(MonitoringProgram.class), directory, lines::add);
  }
}
