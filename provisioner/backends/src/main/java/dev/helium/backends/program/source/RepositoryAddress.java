package dev.helium.backends.program.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is.
 *
 * @param scheme {@code https}, {@code ssh} or {@code file}
 * @param authority with the user for {@code ssh}, and the port where it is not the usual one; empty
 *     for a file. In lower case
 * @param path plain names after slashes; empty for all of a host
 */
public record RepositoryAddress(String scheme, String authority, String path) {
  /** As {@code git} writes it too: {@code git@host:path}. */
  private static final Pattern SHORT =
      Pattern.compile("([A-Za-z0-9._-]+@[A-Za-z0-9.-]+):([A-Za-z0-9._~].*)");

  private static final Pattern AUTHORITY =
      Pattern.compile("([a-z0-9._-]+@)?([a-z0-9.-]+|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?");
  private static final Pattern PATH = Pattern.compile("(/(?![.]{1,2}(/|$))[A-Za-z0-9._~+-]+)*");

  public RepositoryAddress {
    Objects.requireNonNull(scheme, "scheme");
    Objects.requireNonNull(authority, "authority");
    Objects.requireNonNull(path, "path");
  }

  /** Reads an address; nothing when it is none of a kind that is known here. */
  public static Optional<RepositoryAddress> parse(String text) {
    Matcher form = SHORT.matcher(text);
    try {
      URI uri = new URI(form.matches() ? "ssh://" + form.group(1) + "/" + form.group(2) : text);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      String authority =
          Optional.ofNullable(uri.getRawAuthority()).orElse("").toLowerCase(Locale.ROOT);
      String path = Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("/+$", "");
      boolean known =
          switch (scheme) {
            case "https" -> AUTHORITY.matcher(authority).matches() && !authority.contains("@");
            case "ssh" -> AUTHORITY.matcher(authority).matches();
            case "file" -> authority.isEmpty() && !path.isEmpty();
            default -> false;
          };
      boolean plain =
          uri.getRawQuery() == null
              && uri.getRawFragment() == null
              // A name that begins with a dash looks like an option to whoever gets it.
              && !authority.startsWith("-")
              && PATH.matcher(path).matches();
      return known && plain
          ? Optional.of(new RepositoryAddress(scheme, authority, path))
          : Optional.empty();
    } catch (URISyntaxException neither) {
      return Optional.empty();
    }
  }

  /** Whether it is this one or one below it. */
  boolean contains(RepositoryAddress other) {
    return scheme.equals(other.scheme)
        && authority.equals(other.authority)
        && (other.path.equals(path)
            || other.path.equals(path + ".git")
            || other.path.startsWith(path + "/"));
  }

  URI uri() {
    return URI.create(toString());
  }

  @Override
  public String toString() {
    return scheme + "://" + authority + path;
  }
}
