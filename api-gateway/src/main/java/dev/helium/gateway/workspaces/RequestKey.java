package dev.helium.gateway.workspaces;

import dev.helium.domain.CommandId;
import dev.helium.domain.FieldError;
import dev.helium.domain.NameGenerator;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.identity.Identity;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What makes two requests the same one: the {@code Idempotency-Key}, who sent it and every field.
 * The same request gets the same command and, when it has no name, the same generated one.
 */
final class RequestKey {
  private static final int LONGEST = 200;

  private final byte[] digest;

  private RequestKey(byte[] digest) {
    this.digest = digest;
  }

  /** Checks the header; adds the rule that it breaks. */
  static void check(String header, List<FieldError> errors) {
    if (header != null
        && (header.isEmpty()
            || header.length() > LONGEST
            || header.chars().anyMatch(character -> character <= ' ' || character > '~'))) {
      errors.add(
          new FieldError(
              "Idempotency-Key", "must have 1 to " + LONGEST + " visible ASCII characters"));
    }
  }

  static RequestKey of(String header, Identity identity, CreateRequest request) {
    MessageDigest digest = sha256();
    add(digest, header);
    add(digest, identity.name());
    add(digest, request.name().map(WorkspaceId::value).orElse(""));
    add(digest, request.expiry().toString());
    add(digest, request.backend());
    add(digest, new TreeMap<>(request.parameters()).toString());
    new TreeMap<>(request.uploads())
        .forEach(
            (field, content) -> {
              add(digest, field);
              add(digest, content);
            });
    return new RequestKey(digest.digest());
  }

  CommandId command() {
    return new CommandId("key-" + HexFormat.of().formatHex(digest));
  }

  WorkspaceId name() {
    return new NameGenerator(new Random(Buffer.buffer(digest).getLong(0))).next();
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** With its length, so that no two lists of texts look the same. */
  private static void add(MessageDigest digest, Buffer content) {
    digest.update(Buffer.buffer().appendInt(content.length()).getBytes());
    digest.update(content.getBytes());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
