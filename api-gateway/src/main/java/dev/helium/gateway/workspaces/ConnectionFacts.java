package dev.helium.gateway.workspaces;

import dev.helium.domain.Connection;
import dev.helium.domain.Connection.Kind;
import dev.helium.domain.Connection.Scheme;
import dev.helium.domain.Hosts;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ways into a workspace say in the fields of the original, and each for itself. */
final class ConnectionFacts {
  private static final String CONSOLE = "console";
  private static final String NOTEBOOKS = "notebooks";
  private static final String PACHD = "pachd";
  private static final Set<String> PACHD_OBJECTS = Set.of("Service/pachd", "Service/pachd-lb");

  private static final Comparator<Connection> GRPC_FIRST =
      Comparator.<Connection, Boolean>comparing(way -> way.scheme() != Scheme.GRPC)
          .thenComparing(way -> way.kind() == Kind.LINK)
          .thenComparing(Comparator.naturalOrder());

  private final WorkspaceView view;
  private final List<Connection> connections;

  ConnectionFacts(WorkspaceView view) {
    this.view = view;
    this.connections = view.connections();
  }

  /** By field; those of which nothing is known are left out. */
  Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    console().ifPresent(url -> fields.put("ConsoleURL", url));
    named(NOTEBOOKS).ifPresent(link -> fields.put("NotebooksURL", link.url()));
    pachd()
        .ifPresent(
            way -> {
              fields.put("PachdIp", way.host());
              fields.put("Pachctl", pachctl(way));
            });
    return fields;
  }

  /**
   * Every way in.
   *
   * @param outputs of the backend's program, whose links stand there too, before all others
   */
  JsonArray list(Map<String, String> outputs) {
    Set<String> seen = links().map(Connection::url).collect(Collectors.toSet());
    JsonArray list = new JsonArray();
    Stream.concat(
            OutputLinks.of(outputs).stream().filter(link -> !seen.contains(link.url())),
            connections.stream())
        .forEach(way -> list.add(json(way)));
    return list;
  }

  /** Names of secrets, each once. */
  JsonArray credentialSecrets() {
    JsonArray names = new JsonArray();
    connections.stream()
        .map(Connection::credentials)
        .filter(name -> !name.isEmpty())
        .distinct()
        .sorted()
        .forEach(names::add);
    return names;
  }

  private Optional<String> console() {
    return named(CONSOLE)
        .or(() -> links().filter(link -> !link.name().equals(NOTEBOOKS)).findFirst())
        .map(Connection::url)
        .or(this::firstAddress);
  }

  private Optional<Connection> named(String name) {
    return links().filter(link -> link.name().equals(name)).findFirst();
  }

  private Stream<Connection> links() {
    return connections.stream().filter(way -> way.kind() == Kind.LINK);
  }

  /** The first watchers said no more than addresses: of the first load balancer, else any. */
  private Optional<String> firstAddress() {
    if (!connections.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> sorted = new TreeMap<>(view.addresses());
    return sorted.entrySet().stream()
        .filter(address -> address.getKey().startsWith("Service/"))
        .findFirst()
        .or(() -> sorted.entrySet().stream().findFirst())
        .flatMap(address -> Hosts.read(address.getValue()))
        .map(host -> "http://" + Hosts.inUrl(host));
  }

  private Optional<Connection> pachd() {
    return connections.stream()
        .filter(way -> way.kind() == Kind.LINK || way.kind() == Kind.ADDRESS)
        .filter(way -> way.scheme() != Scheme.UDP && way.scheme() != Scheme.SCTP)
        .filter(way -> way.name().equals(PACHD) || PACHD_OBJECTS.contains(way.object()))
        .min(GRPC_FIRST);
  }

  /** As the original wrote it, to the letter. */
  private String pachctl(Connection pachd) {
    String scheme = pachd.scheme() == Scheme.HTTPS ? "grpcs" : "grpc";
    String id = view.workspace().id().value();
    return "echo '{\"pachd_address\": \"%s://%s\", \"source\": 2}' | tr -d \\ |"
            .formatted(scheme, pachd.authority())
        + " pachctl config set context %s --overwrite && pachctl config set active-context %s"
            .formatted(id, id);
  }

  private static JsonObject json(Connection way) {
    return new JsonObject()
        .put("Kind", way.kind().word())
        .put("Name", way.name())
        .put("Object", way.object())
        .put("Scheme", way.scheme().word())
        .put("Host", way.host())
        .put("Port", way.port())
        .put("URL", way.url())
        .put("Command", way.command().orElse(""))
        .put("Credentials", way.credentials());
  }
}
