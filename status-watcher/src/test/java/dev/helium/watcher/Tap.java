package dev.helium.watcher;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a watcher and an API server, and makes the network as bad as it can be. */
final class Tap implements AutoCloseable {
  private enum Flow {
    OPEN,
    /** Connections are ended at once. */
    SHUT,
    /** Connections stay open and nothing comes out of them. */
    SWALLOWING
  }

  /** A connection; one that has swallowed something never works again. */
  private static final class Pipe {
    final Socket near;
    final Socket far;
    volatile boolean dead;

    Pipe(Socket near, Socket far, boolean dead) {
      this.near = near;
      this.far = far;
      this.dead = dead;
    }

    void carry(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!dead) {
            out.write(buffer, 0, read);
          }
        }
      } catch (IOException ended) {
        // As is the other direction, below.
      }
      close();
    }

    void close() {
      closeQuietly(near);
      closeQuietly(far);
    }
  }

  private final URI server;
  private final ServerSocket door;
  private final Set<Pipe> pipes = ConcurrentHashMap.newKeySet();
  private volatile Flow flow = Flow.OPEN;

  Tap(URI server) {
    this.server = server;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The same kubeconfig with this in the place of the API server. */
  String through(Path kubeconfig) {
    try {
      return Files.readString(kubeconfig)
          .replace(":" + server.getPort(), ":" + door.getLocalPort());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void open() {
    flow = Flow.OPEN;
  }

  void shut() {
    flow = Flow.SHUT;
    pipes.forEach(Pipe::close);
  }

  void swallow() {
    flow = Flow.SWALLOWING;
    pipes.forEach(pipe -> pipe.dead = true);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Thread.ofVirtual().start(() -> serve(near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket near) {
    if (flow == Flow.SHUT) {
      closeQuietly(near);
      return;
    }
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
      Pipe pipe = new Pipe(near, far, flow == Flow.SWALLOWING);
      pipes.add(pipe);
      Thread.ofVirtual().start(() -> pipe.carry(far, near));
      pipe.carry(near, far);
      pipes.remove(pipe);
    } catch (IOException serverIsAway) {
      closeQuietly(near);
    }
  }

  @Override
  public void close() {
    flow = Flow.SHUT;
    closeQuietly(door);
    pipes.forEach(Pipe::close);
  }

  private static void closeQuietly(Closeable closing) {
    try {
      closing.close();
    } catch (IOException alreadyBroken) {
      // It is closed then.
    }
  }
}
