package dev.helium.launcher.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A token that is about to be handed out, without the token itself.
 *
 * @param id that the audit names it by
 * @param name of who owns it
 * @param scopes what it is good for at most; none for all that the role may do
 * @param expires {@link Instant#MAX} when it never does
 */
public record NewToken(
    String id, String name, String role, List<String> scopes, Instant expires, String note) {
  /** As the gateway knows them, the least powerful first. */
  public static final List<String> ROLES = List.of("viewer", "user", "operator", "admin");

  /** As the gateway knows them. */
  public static final List<String> SCOPES =
      List.of("read", "create", "change", "inspect", "subscribe", "administer");

  private static final String ID = "[A-Za-z0-9._@-]{1,64}";
  private static final String NAME = "[ -~]{1,254}";
  private static final int LONGEST_NOTE = 500;
  private static final int BYTES = 32;

  /** Begins each token, so that one that got where it should not be is found. */
  private static final String PREFIX = "helium_";

  public NewToken {
    scopes = List.copyOf(scopes);
    require(id.matches(ID), "--id must have 1 to 64 letters, digits, dots, '@', '_' or '-'.");
    require(
        name.matches(NAME) && !name.isBlank(),
        "NAME must have 1 to 254 visible ASCII characters or spaces.");
    require(ROLES.contains(role), "--role must be one of " + String.join(", ", ROLES) + ".");
    require(
        Set.copyOf(SCOPES).containsAll(scopes),
        "--scopes must be of " + String.join(", ", SCOPES) + ".");
    require(note.length() <= LONGEST_NOTE, "--note must have at most 500 characters.");
  }

  /** When it expires; empty when it never does. */
  Optional<Instant> end() {
    return expires.equals(Instant.MAX) ? Optional.empty() : Optional.of(expires);
  }

  /** For a program that hands it on, with the token itself. */
  public ObjectNode document(String secret) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("Token", secret);
    document.put("ID", id);
    document.put("Name", name);
    document.put("Role", role);
    scopes.forEach(document.putArray("Scopes")::add);
    end().ifPresent(end -> document.put("Expires", end.toString()));
    return document.put("Note", note);
  }

  /** A token of 256 random bits. */
  public static String secret(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** In hexadecimal digits. */
  static String digest(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new UserException(ExitCode.WRONG_USAGE, rule);
    }
  }
}
