package dev.helium.view;

import dev.helium.domain.CommandId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command's id says that goes back to a request with a key: the same key and the same
 * request always make the same command.
 *
 * @param key digest of the key and of who used it, 32 hexadecimal digits
 * @param request digest of all that was asked for, 32 hexadecimal digits
 */
public record KeyedCommand(String key, String request) {
  private static final Pattern ID = Pattern.compile("key-([0-9a-f]{32})-([0-9a-f]{32})");

  public KeyedCommand {
    if (!ID.matcher("key-" + key + "-" + request).matches()) {
      throw new IllegalArgumentException("a digest has 32 hexadecimal digits");
    }
  }

  /** Empty for a command whose request had no key. */
  static Optional<KeyedCommand> of(CommandId id) {
    if (!id.value().startsWith("key-")) {
      return Optional.empty();
    }
    Matcher matcher = ID.matcher(id.value());
    return matcher.matches()
        ? Optional.of(new KeyedCommand(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  public CommandId id() {
    return new CommandId("key-" + key + "-" + request);
  }
}
