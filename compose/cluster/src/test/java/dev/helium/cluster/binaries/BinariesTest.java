package dev.helium.cluster.binaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.MonitoringProgram;
import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order in which programs are looked for, with small real executables. */
class BinariesTest {

  private static final Platform PLATFORM = new Platform("linux", "amd64");

  /** That a cluster consists of. */
  private static final int DISTRIBUTIONS = 3;

  @TempDir private Path directory;

  @Test
  void takesTheNamedFolderBeforeAnythingElse() {
    // given
    Path named = directory.resolve("named");
    Path path = directory.resolve("path");
    for (Component component : Component.values()) {
      addProgram(named, component, pinned(component));
      addProgram(path, component, pinned(component));
    }

    // when
    Map<Component, Path> found =
        Binaries.of(
                Map.of(
                    Binaries.DIRECTORY_VARIABLE,
                    named.toString(),
                    "PATH",
                    path.toString(),
                    "HOME",
                    directory.toString()))
            .locate(Progress.silent());

    // then
    assertThat(found)
        .hasSize(Component.values().length)
        .allSatisfy((component, file) -> assertThat(file).hasParent(named));
  }

  @Test
  void refusesANamedFolderThatLacksAProgram() {
    // given
    addProgram(directory, Component.ETCD, pinned(Component.ETCD));

    // when / then
    assertThatThrownBy(() -> inNamedFolder().locate(Progress.silent()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("has no executable kube-apiserver")
        .hasMessageContaining(Binaries.DIRECTORY_VARIABLE);
  }

  @Test
  void refusesANamedFolderWithAnotherMinorVersion() {
    // given
    addProgram(directory, Component.ETCD, "3.6.8");

    // when / then
    assertThatThrownBy(() -> inNamedFolder().locate(Progress.silent()))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("has version 3.6.8, and 3.7.x is needed");
  }

  @Test
  void takesFromThePathWhatFitsAndFromTheCacheWhatDoesNot() {
    // given
    Path path = directory.resolve("path");
    Cache cache = new Cache(directory.resolve("cache"), PLATFORM);
    for (Component component : Component.values()) {
      addProgram(path, component, component == Component.KWOK ? "0.7.0" : minor(component) + ".0");
      addProgram(cache.directoryOf(Distribution.of(component)), component, pinned(component));
    }

    // when
    Map<Component, Path> found =
        new Binaries(
                List.of(new SearchPath(List.of(path), new VersionProbe()), cache),
                new Installer(cache, List.of()))
            .locate(Progress.silent());

    // then
    assertThat(found.get(Component.KWOK)).hasParent(cache.directoryOf(Distribution.KWOK));
    found.remove(Component.KWOK);
    assertThat(found).hasSize(4).allSatisfy((component, file) -> assertThat(file).hasParent(path));
  }

  @Test
  void asksTheNextSourceWhenOneIsClosedAndKeepsWhatItBrings() {
    // given
    Cache cache = new Cache(directory.resolve("cache"), PLATFORM);
    AtomicInteger asked = new AtomicInteger();
    Source closed =
        (distribution, wanted, target, progress) -> throwUnavailable("the host is down");
    Source open =
        (distribution, wanted, target, progress) -> {
          asked.incrementAndGet();
          bring(wanted, target);
        };
    Binaries binaries = new Binaries(List.of(cache), new Installer(cache, List.of(closed, open)));
    List<String> lines = new ArrayList<>();

    // when
    Map<Component, Path> first = binaries.locate(lines::add);
    Map<Component, Path> second = binaries.locate(lines::add);

    // then
    assertThat(first)
        .isEqualTo(second)
        .allSatisfy((component, file) -> assertThat(file).isExecutable());
    assertThat(asked).hasValue(DISTRIBUTIONS);
    assertThat(lines).hasSize(3).allMatch(line -> line.contains("the host is down"));
    assertThat(directory.resolve("cache"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("incoming"));
  }

  @Test
  void saysEveryReasonWhenAllSourcesAreClosed() {
    // given
    Cache cache = new Cache(directory.resolve("cache"), PLATFORM);
    Installer installer =
        new Installer(
            cache,
            List.of(
                (distribution, wanted, target, progress) -> throwUnavailable("the host is down"),
                (distribution, wanted, target, progress) ->
                    throwUnavailable("Go is not installed")));

    // when / then
    assertThatThrownBy(() -> new Binaries(List.of(cache), installer).locate(Progress.silent()))
        .isInstanceOf(ClusterException.class)
        .hasMessage(
            "kubernetes 1.36.3 cannot be had: the host is down; Go is not installed. Or set"
                + " HELIUM_CLUSTER_BINARIES to a folder that holds the five programs.");
  }

  @Test
  void obtainsOnceWhenTwoAskAtTheSameTime() throws InterruptedException, ExecutionException {
    // given
    Cache cache = new Cache(directory.resolve("cache"), PLATFORM);
    AtomicInteger asked = new AtomicInteger();
    Source source =
        (distribution, wanted, target, progress) -> {
          asked.incrementAndGet();
          bring(wanted, target);
        };
    Installer installer = new Installer(cache, List.of(source));

    // when
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<Component, Path>>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            executor.submit(
                () -> new Binaries(List.of(cache), installer).locate(Progress.silent())));
      }

      // then
      assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
    }
    assertThat(asked).hasValue(DISTRIBUTIONS);
  }

  @ParameterizedTest
  @CsvSource({"2.41.0, false", "2.42.0, true", "2.53.4, true", "3.16.0, true", "4.0.1, true"})
  void takesFromThePathAnyPrometheusThatIsNotTooOld(String version, boolean taken) {
    // given
    Path path = directory.resolve("path");
    Programs.write(path.resolve("prometheus"), Programs.script(version));

    // when
    Optional<Path> found =
        Binaries.ofMonitoring(Map.of("PATH", path.toString(), "HOME", directory.toString()))
            .find(MonitoringProgram.PROMETHEUS);

    // then
    assertThat(found.isPresent()).isEqualTo(taken);
  }

  @Test
  void saysWhichVariableNamesAPrometheus() {
    assertThatThrownBy(
            () ->
                Binaries.ofMonitoring(Map.of(Binaries.MONITORING_VARIABLE, directory.toString()))
                    .find(MonitoringProgram.PROMETHEUS))
        .isInstanceOf(ClusterException.class)
        .hasMessageStartingWith("HELIUM_PROMETHEUS_BINARIES names " + directory)
        .hasMessageContaining("no executable prometheus");
  }

  private Binaries inNamedFolder() {
    return Binaries.of(
        Map.of(Binaries.DIRECTORY_VARIABLE, directory.toString(), "HOME", directory.toString()));
  }

  private static void addProgram(Path folder, Component component, String version) {
    Programs.write(folder.resolve(component.program()), Programs.script(version));
  }

  private static String pinned(Program program) {
    return Distribution.of(program).version();
  }

  private static String minor(Component component) {
    return Distribution.of(component).minorVersion();
  }

  private static void bring(Set<? extends Program> wanted, Path target) {
    for (Program program : wanted) {
      try {
        Files.writeString(target.resolve(program.program()), Programs.script(pinned(program)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void throwUnavailable(String reason) throws SourceUnavailableException {
    throw new SourceUnavailableException(reason);
  }
}
