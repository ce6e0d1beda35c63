package dev.helium.gateway.webhook.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who knows the addresses of names. May block. */
@FunctionalInterface
public interface HostNames {
  /** In the order in which they are to be tried; at least one. */
  List<InetAddress> resolve(String name) throws UnknownHostException;

  /** As this machine knows them: its files and its DNS. */
  static HostNames ofTheSystem() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
