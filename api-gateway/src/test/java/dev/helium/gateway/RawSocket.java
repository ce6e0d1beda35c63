package dev.helium.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Bytes to and from a gateway, for what no well-behaved client sends. */
public final class RawSocket implements AutoCloseable {
  private final Socket socket;

  public RawSocket(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(60_000);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public RawSocket send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** False when the server takes nothing any more. */
  public boolean canSend(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return true;
    } catch (IOException ended) {
      return false;
    }
  }

  /** Says that nothing more comes, and goes on reading. */
  public RawSocket endSending() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** So many bytes, or fewer when the server ends the connection before. */
  public String read(int count) {
    try {
      return new String(socket.getInputStream().readNBytes(count), ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that comes until the server ends the connection. */
  public String readToEnd() {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
