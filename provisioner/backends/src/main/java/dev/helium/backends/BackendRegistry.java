package dev.helium.backends;

import dev.helium.backends.namespace.NamespaceBackend;
import java.util.Comparator;
import java.util.List;

/** The backends that can be asked for. */
public final class BackendRegistry {
  private final List<Backend> backends;

  public BackendRegistry(List<Backend> backends) {
    this.backends = backends.stream().sorted(Comparator.comparing(Backend::name)).toList();
  }

  public static BackendRegistry standard() {
    return new BackendRegistry(List.of(new NamespaceBackend()));
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
}
