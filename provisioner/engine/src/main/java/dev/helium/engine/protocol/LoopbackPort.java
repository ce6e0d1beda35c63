package dev.helium.engine.protocol;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Ports that only processes of this machine can reach. */
public final class LoopbackPort {
  private LoopbackPort() {}

  /** Any free port. */
  public static InetSocketAddress any() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** The address of a port, as gRPC takes it. */
  public static String address(int port) {
    var host = InetAddress.getLoopbackAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
