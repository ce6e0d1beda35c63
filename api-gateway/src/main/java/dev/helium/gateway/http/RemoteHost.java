package dev.helium.gateway.http;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.HexFormat;

/** What counts as one host where connections or failures of a host are counted. */
public final class RemoteHost {
  private static final int IPV6_BYTES = 16;
  private static final int PREFIX_BYTES = 8;

  private RemoteHost() {}

  /** An IPv4 address, or the network of an IPv6 address, of which one host may use all. */
  public static String of(SocketAddress address) {
    String text = address.hostAddress();
    if (text == null) {
      return "local";
    }
    // Behind a percent sign stands an interface of this machine.
    int zone = text.indexOf('%');
    byte[] bytes = InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone)).getAddress();
    return bytes.length == IPV6_BYTES
        ? HexFormat.of().formatHex(bytes, 0, PREFIX_BYTES) + "/64"
        : text;
  }
}
