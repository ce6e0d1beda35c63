package dev.helium.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.MonitoringProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Go, by a Go that writes down what it is asked; a real build takes minutes. */
class GoBuildTest {

  private static final String WRITES_DOWN =
      """
      #!/bin/sh
      mkdir -p "$GOCACHE" "$GOMODCACHE"
      echo "$@" > "$GOCACHE/../../asked"
      head -1 go.mod >> "$GOCACHE/../../asked"
      wc -l < go.sum >> "$GOCACHE/../../asked"
      while [ "$1" != -o ]; do shift; done
      [ -d "$2" ] && touch "$2kube-apiserver" "$2kube-scheduler" || touch "$2"
      """;

  @TempDir private Path directory;

  private final List<String> lines = new ArrayList<>();
  private Path cache;
  private Path target;

  @BeforeEach
  void makeFolders() throws IOException {
    cache = Files.createDirectories(directory.resolve("cache"));
    target = Files.createDirectories(directory.resolve("target"));
  }

  @Test
  void buildsWhatIsMissingFromThePinnedModule() throws IOException, SourceUnavailableException {
    // given
    Programs.write(directory.resolve("bin/go"), WRITES_DOWN);

    // when
    obtain(Distribution.KUBERNETES, EnumSet.of(Component.KUBE_APISERVER, Component.KUBE_SCHEDULER));

    // then
    assertThat(Files.readAllLines(cache.resolve("asked")).getFirst())
        .startsWith("build -mod=readonly")
        .contains("gitVersion=v1.36.3")
        .endsWith("k8s.io/kubernetes/cmd/kube-apiserver k8s.io/kubernetes/cmd/kube-scheduler");
    assertThat(cache.resolve("asked")).content().contains("module dev.helium/cluster/kubernetes");
    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("kube-apiserver, kube-scheduler: building with Go")
        .endsWith("0 s");
    assertThat(target.resolve("kube-scheduler")).exists();
  }

  @Test
  void namesTheProgramItselfWhereGoWouldNameItOtherwise()
      throws IOException, SourceUnavailableException {
    // given
    Programs.write(directory.resolve("bin/go"), WRITES_DOWN);

    // when
    obtain(Distribution.ETCD, EnumSet.of(Component.ETCD));

    // then
    assertThat(target.resolve("etcd")).exists();
  }

  @Test
  void keepsWhatWasCompiledForTheNextDistributionOnly()
      throws IOException, SourceUnavailableException {
    // given
    Programs.write(directory.resolve("bin/go"), WRITES_DOWN);

    // when / then
    obtain(Distribution.ETCD, EnumSet.of(Component.ETCD));
    assertThat(cache.resolve("go-work/compiled")).isDirectory();
    build().cleanUp();
    assertThat(cache.resolve("go-work")).doesNotExist();
  }

  @Test
  void showsTheEndOfAFailedBuildAndKeepsWhatWasCompiled() throws IOException {
    // given
    Programs.write(
        directory.resolve("bin/go"),
        "#!/bin/sh\nmkdir -p $GOCACHE\necho 'kwok.go:7: no space left'\nexit 1\n");

    // when / then
    assertThatThrownBy(() -> obtain(Distribution.KWOK, EnumSet.of(Component.KWOK)))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessageContaining("building with Go failed")
        .hasMessageContaining("kwok.go:7: no space left");
    assertThat(cache.resolve("go-work/compiled")).isDirectory();
  }

  @Test
  void leavesOutOfPrometheusTheCloudsThatNobodyAsksHere()
      throws IOException, SourceUnavailableException {
    // given
    Programs.write(directory.resolve("bin/go"), WRITES_DOWN);

    // when
    build()
        .obtain(
            Distribution.PROMETHEUS, EnumSet.of(MonitoringProgram.PROMETHEUS), target, lines::add);

    // then
    assertThat(Files.readAllLines(cache.resolve("asked")).getFirst())
        .contains("-tags remove_all_sd")
        .endsWith("github.com/prometheus/prometheus/cmd/prometheus");
    assertThat(target.resolve("prometheus")).exists();
  }

  @Test
  void saysWhatToInstallWhenThereIsNoGo() {
    assertThatThrownBy(() -> obtain(Distribution.KWOK, EnumSet.of(Component.KWOK)))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("Go is not installed: install Go 1.26 or newer (https://go.dev/dl)");
  }

  private void obtain(Distribution distribution, EnumSet<Component> wanted)
      throws SourceUnavailableException {
    build().obtain(distribution, wanted, target, lines::add);
  }

  private GoBuild build() {
    return new GoBuild(List.of(directory.resolve("bin")), cache);
  }
}
