package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the five programs, and obtains those that are nowhere. */
public final class Binaries {

  /** Names a folder that holds all five programs; nothing else is then looked at. */
  public static final String DIRECTORY_VARIABLE = "HELIUM_CLUSTER_BINARIES";

  private final List<Shelf> shelves;
  private final Installer installer;

  Binaries(List<Shelf> shelves, Installer installer) {
    this.shelves = List.copyOf(shelves);
    this.installer = installer;
  }

  /**
   * The order a person gets: the named folder alone, or else PATH, the cache folder, the official
   * downloads, a build with Go.
   *
   * @param environment {@link #DIRECTORY_VARIABLE}, PATH, XDG_CACHE_HOME and HOME are read
   */
  public static Binaries of(Map<String, String> environment) {
    Platform platform = Platform.current();
    Cache cache = new Cache(cacheRoot(environment), platform);
    VersionProbe probe = new VersionProbe();
    List<Path> path = searchPath(environment);
    Optional<Shelf> named =
        Optional.ofNullable(environment.get(DIRECTORY_VARIABLE))
            .filter(directory -> !directory.isBlank())
            .map(directory -> new NamedDirectory(Path.of(directory), probe));
    List<Shelf> shelves =
        named.map(List::of).orElseGet(() -> List.of(new SearchPath(path, probe), cache));
    List<Source> sources =
        List.of(new Download(Releases.official(), platform), new GoBuild(path, cache.root()));
    return new Binaries(shelves, new Installer(cache, sources));
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
   * Every program's executable. Takes milliseconds when all are there and minutes when they have to
   * be built.
   *
   * @throws dev.helium.cluster.component.ClusterException when one cannot be had
   */
  public Map<Component, Path> locate(Progress progress) {
    Map<Component, Path> found = new EnumMap<>(Component.class);
    Set<Component> missing = EnumSet.noneOf(Component.class);
    for (Component component : Component.values()) {
      shelves.stream()
          .map(shelf -> shelf.find(component))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresentOrElse(
              executable -> found.put(component, executable), () -> missing.add(component));
    }
    if (!missing.isEmpty()) {
      found.putAll(installer.install(missing, progress));
    }
    return found;
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
