package dev.helium.cluster.kubernetes;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * The loopback port of each program. They are written down and taken again at the next start, so
 * that a kubeconfig somebody copied stays right.
 */
public record Ports(Map<Component, Integer> byComponent) {

  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;
  private static final int ATTEMPTS = 100;

  public Ports {
    byComponent = Map.copyOf(byComponent);
  }

  /** 0 before the first start. */
  public int of(Component component) {
    return byComponent.getOrDefault(component, 0);
  }

  /** The address of a program's TLS port. */
  public URI address(Component component) {
    return URI.create("https://127.0.0.1:" + of(component));
  }

  /** The ports of the last start; none when there was no start. */
  public static Ports read(ClusterDirectory directory) {
    Path file = directory.ports();
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      for (Component component : Component.values()) {
        ports.put(component, Integer.valueOf(properties.getProperty(component.program(), "0")));
      }
    }
    return new Ports(ports);
  }

  /**
   * Ports that are free now: those of the last start where they still are, others where not.
   *
   * @param apiServer the port the API server must have, 0 for any
   * @throws ClusterException when that very port is taken
   */
  public static Ports choose(Ports previous, int apiServer) throws IOException {
    Map<Component, Integer> chosen = new EnumMap<>(Component.class);
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (Component component : Component.values()) {
        boolean demanded = component == Component.KUBE_APISERVER && apiServer != 0;
        int wished = demanded ? apiServer : previous.byComponent.getOrDefault(component, 0);
        // All are held until the last is chosen, so that no two are the same.
        ServerSocket socket = new ServerSocket();
        held.add(socket);
        chosen.put(component, bind(socket, wished, demanded));
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return new Ports(chosen);
  }

  void write(ClusterDirectory directory) throws IOException {
    Properties properties = new Properties();
    byComponent.forEach(
        (component, port) -> properties.setProperty(component.program(), port.toString()));
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Files.writeString(directory.ports(), text.toString());
  }

  private static int bind(ServerSocket socket, int wished, boolean demanded) throws IOException {
    socket.setReuseAddress(true);
    if (wished == 0) {
      bindToAny(socket);
      return socket.getLocalPort();
    }
    try {
      socket.bind(loopback(wished));
    } catch (IOException e) {
      if (demanded) {
        throw new ClusterException(
            "Port %d of the API server is in use: end what uses it or name another port."
                .formatted(wished),
            e);
      }
      bindToAny(socket);
    }
    return socket.getLocalPort();
  }

  /**
   * Below the ports that the system gives to outgoing connections: while a program is away, one of
   * its own clients could be given its port.
   */
  private static void bindToAny(ServerSocket socket) throws IOException {
    RandomGenerator random = RandomGenerator.getDefault();
    boolean bound = false;
    for (int attempt = 0; attempt < ATTEMPTS && !bound; attempt++) {
      bound = bindsTo(socket, random.nextInt(LOWEST, HIGHEST));
    }
    if (!bound) {
      socket.bind(loopback(0));
    }
  }

  private static boolean bindsTo(ServerSocket socket, int port) {
    try {
      socket.bind(loopback(port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
  }
}
