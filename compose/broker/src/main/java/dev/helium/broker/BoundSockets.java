package dev.helium.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Both listening sockets, bound before Kafka starts: a free port cannot be taken by another process
 * in between, and a busy one is known at once.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {
  private static final int BACKLOG = 50;

  private final ServerSocketChannel clients;
  private final ServerSocketChannel controller;

  private BoundSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
    this.clients = clients;
    this.controller = controller;
  }

  static BoundSockets bind(int clientPort) {
    ServerSocketChannel clients = open(clientPort);
    try {
      return new BoundSockets(clients, open(0));
    } catch (BrokerException failure) {
      close(clients, failure);
      throw failure;
    }
  }

  int clientPort() {
    return clients.socket().getLocalPort();
  }

  int controllerPort() {
    return controller.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer) {
    return listener.equals(BrokerSettings.CONTROLLER) ? controller : clients;
  }

  @Override
  public void close() throws IOException {
    try (clients) {
      controller.close();
    }
  }

  private static ServerSocketChannel open(int port) {
    try {
      ServerSocketChannel channel = ServerSocketChannel.open();
      try {
        // Kafka's acceptor selects on it and does not say so when it cannot.
        channel.configureBlocking(false);
        channel.bind(
            new InetSocketAddress(InetAddress.ofLiteral(BrokerSettings.HOST), port), BACKLOG);
        return channel;
      } catch (IOException failure) {
        close(channel, failure);
        throw failure;
      }
    } catch (IOException failure) {
      throw new BrokerException(
          "port %d on %s cannot be listened on: %s"
              .formatted(port, BrokerSettings.HOST, failure.getMessage()),
          failure);
    }
  }

  private static void close(ServerSocketChannel channel, Exception reason) {
    try {
      channel.close();
    } catch (IOException second) {
      reason.addSuppressed(second);
    }
  }
}
