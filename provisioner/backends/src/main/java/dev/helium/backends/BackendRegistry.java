package dev.helium.backends;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The backends that can be asked for. */
public final class BackendRegistry {
  private final List<Backend> backends;

  /** Of backends whose names differ. */
  public BackendRegistry(List<Backend> backends) {
    this.backends = backends.stream().sorted(Comparator.comparing(Backend::name)).toList();
    this.backends.stream()
        .map(Backend::name)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (name, number) -> {
              if (number > 1) {
                throw new IllegalStateException("there are several backends named " + name);
              }
            });
  }

  /**
   * All whose folders are beside this class, looked for once in a process.
   *
   * @throws IllegalStateException when one is not as it has to be; it names the folder
   */
  public static BackendRegistry standard() {
    return Standard.INSTANCE.registry();
  }

  public List<Backend> all() {
    return backends;
  }

  /** The backend of that name, or an {@link UnknownBackendException}. */
  public Backend require(String name) {
    return backends.stream()
        .filter(backend -> backend.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UnknownBackendException(backends.stream().map(Backend::name).toList()));
  }

  /** Holds what was found; what failed is tried again, so that every caller is told why. */
  private static final class Standard {
    private static final Standard INSTANCE = new Standard();

    private BackendRegistry found;

    private synchronized BackendRegistry registry() {
      if (found == null) {
        found = new BackendRegistry(BackendFolders.all());
      }
      return found;
    }
  }
}
