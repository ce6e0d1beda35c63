package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.property.PropertyJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Set;

/** A deployment document of version 3, as the CLI reads and writes it. */
public final class DeploymentJson {
  /** The document version this engine reads and writes. */
  public static final int VERSION = 3;

  private static final Set<String> KNOWN =
      Set.of("manifest", "secrets_providers", "resources", "pending_operations");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ResourceJson resources;
  private final String engineVersion;

  public DeploymentJson(PropertyJson properties, String engineVersion) {
    this.resources = new ResourceJson(properties);
    this.engineVersion = engineVersion;
  }

  /** The document. */
  public ObjectNode write(Deployment deployment, Instant now) {
    var node = NODES.objectNode();
    node.set("manifest", manifest(now));
    if (!deployment.salt().isEmpty()) {
      node.putObject("secrets_providers")
          .put("type", "passphrase")
          .putObject("state")
          .put("salt", deployment.salt());
    }
    if (!deployment.resources().isEmpty()) {
      var array = node.putArray("resources");
      deployment.resources().forEach(resource -> array.add(resources.write(resource)));
    }
    if (!deployment.pending().isEmpty()) {
      var array = node.putArray("pending_operations");
      deployment
          .pending()
          .forEach(
              operation ->
                  array
                      .addObject()
                      .put("type", operation.kind().word())
                      .set("resource", resources.write(operation.resource())));
    }
    node.putObject("metadata");
    node.setAll(deployment.rest().deepCopy());
    return node;
  }

  /** The deployment a document stands for. */
  public Deployment read(JsonNode node) {
    var rest = NODES.objectNode();
    node.properties().stream()
        .filter(field -> !KNOWN.contains(field.getKey()))
        .forEach(field -> rest.set(field.getKey(), field.getValue()));
    var read = new ArrayList<ResourceState>();
    node.path("resources").forEach(resource -> read.add(resources.read(resource)));
    var pending = new ArrayList<PendingOperation>();
    node.path("pending_operations")
        .forEach(
            operation ->
                pending.add(
                    new PendingOperation(
                        resources.read(operation.path("resource")),
                        PendingOperation.Kind.of(operation.path("type").asText()))));
    return new Deployment(read, pending, salt(node), rest);
  }

  /**
   * The salt of a document's secrets, empty when it has none; needed before its secrets can be
   * read.
   */
  public static String salt(JsonNode node) {
    var provider = node.path("secrets_providers");
    var type = provider.path("type").asText("passphrase");
    if (!"passphrase".equals(type)) {
      throw new IllegalArgumentException("secrets provider " + type + " is not known");
    }
    return provider.path("state").path("salt").asText("");
  }

  private ObjectNode manifest(Instant now) {
    return NODES
        .objectNode()
        .put("time", now.toString())
        .put("magic", sha256(engineVersion))
        .put("version", engineVersion);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
