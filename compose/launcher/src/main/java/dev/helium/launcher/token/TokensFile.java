package dev.helium.launcher.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.console.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file of tokens that the gateway reads: their digests, never they themselves. Always whole,
 * and of its owner only.
 */
public final class TokensFile {
  private static final long LARGEST = 1024 * 1024;
  private static final String LIST = "tokens";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path file;

  public TokensFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Adds a token, and makes the file when there is none. A {@link UserException} says why it cannot
   * be added.
   *
   * @param secret the token itself
   */
  public void add(NewToken token, String secret) {
    try {
      Files.createDirectories(file.getParent());
      Path lock = file.resolveSibling(file.getFileName() + ".lock");
      // Two of these at once would each leave out what the other added.
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        ObjectNode document = read();
        add(document, token, secret);
        write(document);
      }
    } catch (IOException failure) {
      throw new UserException("%s cannot be read or written.".formatted(file), failure);
    }
  }

  private ObjectNode read() throws IOException {
    if (!Files.exists(file)) {
      ObjectNode empty = MAPPER.createObjectNode();
      empty.putArray(LIST);
      return empty;
    }
    if (Files.size(file) > LARGEST) {
      throw new UserException("%s is larger than a file of tokens may be.".formatted(file));
    }
    try {
      if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode document
          && document.get(LIST) instanceof ArrayNode) {
        return document;
      }
    } catch (JsonProcessingException invalid) {
      throw new UserException("%s is not JSON; mend it first.".formatted(file), invalid);
    }
    throw new UserException("%s has no list of tokens; mend it first.".formatted(file));
  }

  private void add(ObjectNode document, NewToken token, String secret) {
    ArrayNode list = (ArrayNode) document.get(LIST);
    for (JsonNode known : list) {
      if (token.id().equals(known.path("id").textValue())) {
        throw new UserException(
            "There is a token with the id %s already; --id chooses another.".formatted(token.id()));
      }
    }
    ObjectNode entry = list.addObject();
    entry.put("id", token.id());
    entry.put("sha256", NewToken.digest(secret));
    entry.put("name", token.name());
    entry.put("role", token.role());
    if (!token.scopes().isEmpty()) {
      token.scopes().forEach(entry.putArray("scopes")::add);
    }
    token.end().ifPresent(end -> entry.put("expires", end.toString()));
    if (!token.note().isEmpty()) {
      entry.put("note", token.note());
    }
  }

  private void write(ObjectNode document) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "tokens",
            null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, MAPPER.writeValueAsString(document) + "\n");
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
