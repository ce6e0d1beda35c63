package dev.helium.backends.helm.source;

import dev.helium.backends.network.Hosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects only where it is allowed to. It looks at the very address that is connected to, so a
 * name that leads elsewhere from one moment to the next opens nothing.
 */
final class CheckedSockets extends SSLSocketFactory {
  private final SSLSocketFactory secure;
  private final Hosts hosts;
  private final String host;

  /**
   * @param host that the connections are for
   */
  CheckedSockets(SSLSocketFactory secure, Hosts hosts, String host) {
    this.secure = secure;
    this.hosts = hosts;
    this.host = host;
  }

  /**
   * A plain one, which the JDK connects and then gives to {@link #createSocket(Socket, String, int,
   * boolean)}.
   */
  @Override
  public Socket createSocket() {
    return new CheckedSocket();
  }

  @Override
  public Socket createSocket(Socket connected, String name, int port, boolean close)
      throws IOException {
    if (!(connected instanceof CheckedSocket)) {
      throw new SocketException("a connection that nobody has looked at");
    }
    return secure.createSocket(connected, name, port, close);
  }

  @Override
  public Socket createSocket(String name, int port) throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(String name, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    throw unasked();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unasked();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return secure.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return secure.getSupportedCipherSuites();
  }

  private static SocketException unasked() {
    return new SocketException("the JDK makes its connections otherwise");
  }

  /** Thrown instead of connecting. */
  static final class InsideException extends SocketException {
    private static final long serialVersionUID = 1L;

    private InsideException() {
      super("leads to an address inside, which may not be asked here");
    }
  }

  private final class CheckedSocket extends Socket {
    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address)
          || address.isUnresolved()
          || !hosts.permits(host, address.getAddress())) {
        throw new InsideException();
      }
      super.connect(endpoint, timeout);
    }
  }
}
