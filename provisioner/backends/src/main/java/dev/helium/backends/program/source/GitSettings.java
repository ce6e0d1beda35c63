package dev.helium.backends.program.source;

import dev.helium.backends.network.Hosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code git} sees: a home of its own with its settings, and nothing of the machine's or the
 * user's. It asks nobody anything, runs no hook, follows no redirect, and speaks the one protocol
 * of the repository.
 */
final class GitSettings {
  private static final int HTTPS = 443;

  /** Of what programs see: the way out, and whom to trust there. */
  private static final Set<String> SEEN =
      Set.of(
          "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy", "GIT_SSL_CAINFO", "SSL_CERT_FILE");

  private final Repositories repositories;
  private final Map<String, String> environment;
  private final Optional<Path> keys;

  /**
   * @param environment what programs see
   * @param keys the folder with {@code key} and {@code known_hosts} for {@code ssh}; nothing when
   *     that is not used
   */
  GitSettings(Repositories repositories, Map<String, String> environment, Optional<Path> keys) {
    this.repositories = repositories;
    this.environment = Map.copyOf(environment);
    this.keys = keys;
  }

  /**
   * The environment of {@code git}. Blocks while a name is looked up.
   *
   * @param home a folder of nothing else, in which the settings are put
   * @throws RepositoryException when the repository may not be asked
   */
  Map<String, String> environment(CommitReference reference, Path home)
      throws IOException, RepositoryException {
    RepositoryAddress address = reference.repository();
    Path file = Files.writeString(home.resolve("gitconfig"), file(address));
    Map<String, String> own = new HashMap<>(environment);
    own.keySet().retainAll(SEEN);
    own.put("PATH", environment.getOrDefault("PATH", ""));
    own.put("HOME", home.toString());
    own.put("LC_ALL", "C");
    own.put("GIT_CONFIG_NOSYSTEM", "1");
    own.put("GIT_CONFIG_GLOBAL", file.toString());
    own.put("GIT_ATTR_NOSYSTEM", "1");
    // Helium's own files may be in a repository too.
    own.put("GIT_CEILING_DIRECTORIES", home.toRealPath().getParent().toString());
    own.put("GIT_TERMINAL_PROMPT", "0");
    own.put("GIT_ASKPASS", "/bin/false");
    own.put("SSH_ASKPASS", "/bin/false");
    own.put("GIT_ALLOW_PROTOCOL", address.scheme());
    own.put("GIT_LFS_SKIP_SMUDGE", "1");
    if (address.scheme().equals("ssh")) {
      own.put("GIT_SSH_COMMAND", secureShell());
    }
    if (!reference.login().isNone()) {
      // Only this user can see the environment of a process; its words can be seen by all.
      own.put("GIT_CONFIG_COUNT", "1");
      own.put("GIT_CONFIG_KEY_0", "http." + address + ".extraHeader");
      own.put("GIT_CONFIG_VALUE_0", "Authorization: Basic " + basic(reference.login()));
    }
    return own;
  }

  private String file(RepositoryAddress address) throws RepositoryException {
    return """
    [core]
      hooksPath = /dev/null
      fsmonitor = false
      autocrlf = false
    [init]
      templateDir =
      defaultBranch = main
    [protocol]
      version = 2
    [submodule]
      recurse = false
    [fetch]
      recurseSubmodules = false
    [credential]
      helper =
    [gc]
      auto = 0
    [maintenance]
      auto = false
    [advice]
      detachedHead = false
    [http]
      followRedirects = false
      lowSpeedLimit = 1000
      lowSpeedTime = 30
    %s\
    """
        .formatted(where(address));
  }

  private String where(RepositoryAddress address) throws RepositoryException {
    return switch (address.scheme()) {
      // The operator has named it, whoever its files belong to.
      case "file" ->
          "[safe]\n  directory = %1$s\n  directory = %1$s/.git\n".formatted(address.path());
      case "https" ->
          repositories.isNamed(address)
              ? ""
              : "  curloptResolve = %s\n".formatted(checkedAddresses(address));
      default -> "";
    };
  }

  /**
   * Has {@code git} connect to the very addresses that were looked at: a name that is looked up a
   * second time can lead elsewhere.
   */
  private static String checkedAddresses(RepositoryAddress address) throws RepositoryException {
    String host = Hosts.host(address.uri());
    int port = address.uri().getPort() < 0 ? HTTPS : address.uri().getPort();
    try {
      List<InetAddress> found =
          Arrays.stream(InetAddress.getAllByName(host))
              .filter(one -> Hosts.OUTSIDE.permits(host, one))
              .toList();
      if (found.isEmpty()) {
        throw RepositoryException.refused(
            host + " leads to an address inside, which may not be asked here");
      }
      return host
          + ":"
          + port
          + ":"
          + found.stream().map(GitSettings::literal).collect(Collectors.joining(","));
    } catch (UnknownHostException unknown) {
      throw RepositoryException.passing(host + " cannot be found by its name", unknown);
    }
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  private String secureShell() throws RepositoryException {
    if (keys.isEmpty()) {
      throw RepositoryException.refused("there is no key for ssh here");
    }
    return "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -o StrictHostKeyChecking=yes"
        + " -o ConnectTimeout=15 -o UserKnownHostsFile="
        + keys.get().resolve("known_hosts")
        + " -i "
        + keys.get().resolve("key");
  }

  private static String basic(CommitReference.Login login) {
    return Base64.getEncoder()
        .encodeToString((login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8));
  }
}
