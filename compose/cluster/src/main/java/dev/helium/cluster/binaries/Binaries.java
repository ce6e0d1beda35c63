package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds programs, and obtains those that are nowhere. */
public final class Binaries {

  /** Names a folder that holds all five programs; nothing else is then looked at. */
  public static final String DIRECTORY_VARIABLE = "HELIUM_CLUSTER_BINARIES";

  /** Names a folder that holds Prometheus and its tool; nothing else is then looked at. */
  public static final String MONITORING_VARIABLE = "HELIUM_PROMETHEUS_BINARIES";

  private final List<Shelf> shelves;
  private final Installer installer;

  Binaries(List<Shelf> shelves, Installer installer) {
    this.shelves = List.copyOf(shelves);
    this.installer = installer;
  }

  /**
   * Those of a cluster, in the order a person gets: the named folder alone, or else PATH, the cache
   * folder, the official downloads, a build with Go.
   *
   * @param environment {@link #DIRECTORY_VARIABLE}, PATH, XDG_CACHE_HOME and HOME are read
   */
  public static Binaries of(Map<String, String> environment) {
    List<Path> path = searchPath(environment);
    return of(
        environment,
        DIRECTORY_VARIABLE,
        new Download(Releases.official(), Platform.current()),
        new GoBuild(path, cacheRoot(environment)));
  }

  /**
   * Prometheus and its tool, in the same order; before the build, which takes minutes, comes
   * Debian's package.
   *
   * @param environment {@link #MONITORING_VARIABLE}, PATH, XDG_CACHE_HOME and HOME are read
   */
  public static Binaries ofMonitoring(Map<String, String> environment) {
    List<Path> path = searchPath(environment);
    return of(
        environment,
        MONITORING_VARIABLE,
        new Download(Releases.official(), Platform.current()),
        new DebianPackage(path),
        new GoBuild(path, cacheRoot(environment)));
  }

  private static Binaries of(
      Map<String, String> environment, String directoryVariable, Source... sources) {
    Cache cache = new Cache(cacheRoot(environment), Platform.current());
    VersionProbe probe = new VersionProbe();
    Optional<Shelf> named =
        Optional.ofNullable(environment.get(directoryVariable))
            .filter(directory -> !directory.isBlank())
            .map(directory -> new NamedDirectory(Path.of(directory), probe));
    List<Shelf> shelves =
        named
            .map(List::of)
            .orElseGet(() -> List.of(new SearchPath(searchPath(environment), probe), cache));
    return new Binaries(shelves, new Installer(cache, List.of(sources)));
  }

  /** Where programs are kept once obtained: {@code helium/cluster} in the user's cache folder. */
  public static Path cacheRoot(Map<String, String> environment) {
    String cacheHome = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        cacheHome.isBlank()
            ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache")
            : Path.of(cacheHome);
    return base.resolve("helium").resolve("cluster");
  }

  /**
   * Every program of a cluster. Takes milliseconds when all are there and minutes when they have to
   * be built.
   *
   * @throws dev.helium.cluster.component.ClusterException when one cannot be had
   */
  public Map<Component, Path> locate(Progress progress) {
    return locate(List.of(Component.values()), progress);
  }

  /**
   * Some programs.
   *
   * @throws dev.helium.cluster.component.ClusterException when one cannot be had
   */
  public <P extends Program> Map<P, Path> locate(List<P> programs, Progress progress) {
    Map<P, Path> found = new LinkedHashMap<>();
    Set<P> missing = new LinkedHashSet<>();
    for (P program : programs) {
      find(program)
          .ifPresentOrElse(
              executable -> found.put(program, executable), () -> missing.add(program));
    }
    if (!missing.isEmpty()) {
      found.putAll(installer.install(missing, progress));
    }
    return found;
  }

  /** A program that lies ready; nothing is obtained. */
  public Optional<Path> find(Program program) {
    return shelves.stream().map(shelf -> shelf.find(program)).flatMap(Optional::stream).findFirst();
  }

  private static List<Path> searchPath(Map<String, String> environment) {
    String value = environment.getOrDefault("PATH", "");
    return new ArrayList<>(
        Arrays.stream(value.split(File.pathSeparator, -1))
            .filter(entry -> !entry.isBlank())
            .map(Path::of)
            .toList());
  }
}
