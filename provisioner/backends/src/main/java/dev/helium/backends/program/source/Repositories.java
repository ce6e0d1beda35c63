package dev.helium.backends.program.source;

import dev.helium.backends.network.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which repositories programs may come from: those that an operator names, and those below. What is
 * named may be inside. A program can do whatever the user of the provisioner can, so by default
 * there are none.
 *
 * @param anyOutside whether any repository outside will do that is asked by TLS
 */
public record Repositories(List<RepositoryAddress> named, boolean anyOutside) {
  public static final Repositories NONE = new Repositories(List.of(), false);

  /** Stands for any repository outside. */
  private static final String ANY = "https";

  public Repositories {
    named = List.copyOf(named);
  }

  /**
   * Reads addresses such as {@code https://git.example.com/team}, separated by commas.
   *
   * @throws IllegalArgumentException with the rule, when something is none
   */
  public static Repositories parse(String list) {
    List<RepositoryAddress> named = new ArrayList<>();
    boolean any = false;
    for (String part : list.split(",", -1)) {
      String item = part.strip();
      Optional<RepositoryAddress> address = RepositoryAddress.parse(item);
      if (item.equals(ANY)) {
        any = true;
      } else if (address.isPresent()) {
        named.add(address.get());
      } else if (!item.isEmpty()) {
        throw new IllegalArgumentException(
            "must be addresses that begin with https://, ssh:// or file://, separated by commas, or"
                + " https for any outside");
      }
    }
    return new Repositories(named, any);
  }

  /** Why a repository may not be asked; empty when it may. */
  public Optional<String> problem(RepositoryAddress address) {
    if (isNamed(address)) {
      return Optional.empty();
    }
    if (!anyOutside || !address.scheme().equals(ANY)) {
      return Optional.of("is none of the repositories that an operator has named");
    }
    return Hosts.OUTSIDE.problem(address.uri());
  }

  boolean isNamed(RepositoryAddress address) {
    return named.stream().anyMatch(one -> one.contains(address));
  }
}
