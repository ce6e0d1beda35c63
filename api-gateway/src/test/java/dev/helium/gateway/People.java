package dev.helium.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** People with tokens, in a file that a gateway reads. */
final class People {
  private static final String PREFIX = "token-of-";

  private final Path file;
  private JsonArray tokens = new JsonArray();
  private int given;

  People(Path directory) {
    this.file = directory.resolve("tokens.json");
    write(content());
  }

  /** What a gateway is told of them. */
  Map<String, String> variables() {
    return Map.of("HELIUM_TOKENS_FILE", file.toString());
  }

  /** Gives somebody a token and answers it. */
  String give(String name, String role, String... scopes) {
    return give(name, role, new JsonObject(), scopes);
  }

  /**
   * @param more that the file says of it
   */
  String give(String name, String role, JsonObject more, String... scopes) {
    String id = name + "-" + role + "-" + given++;
    String token = PREFIX + id;
    JsonObject entry =
        new JsonObject()
            .put("id", id)
            .put("sha256", sha256(token))
            .put("name", name)
            .put("role", role)
            .mergeIn(more);
    if (scopes.length > 0) {
      entry.put("scopes", new JsonArray(List.of(scopes)));
    }
    tokens.add(entry);
    write(content());
    return token;
  }

  /** What the file calls a token that was given. */
  static String id(String token) {
    return token.substring(PREFIX.length());
  }

  /** Takes a token back. */
  void forget(String token) {
    JsonArray others = new JsonArray();
    tokens.stream()
        .map(JsonObject.class::cast)
        .filter(entry -> !entry.getString("id").equals(id(token)))
        .forEach(others::add);
    tokens = others;
    write(content());
  }

  /** Replaces the file as those who know how to do, by a move. */
  void write(String content) {
    try {
      Path draft = Files.writeString(file.resolveSibling("tokens.draft"), content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String content() {
    return new JsonObject().put("tokens", tokens).encodePrettily();
  }

  static String sha256(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
