package dev.helium.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
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
  /** The document version this engine reads and writes, unless a feature needs the next one. */
  public static final int VERSION = 3;

  private static final Set<String> KNOWN =
      Set.of("manifest", "secrets_providers", "resources", "pending_operations");
  private static final Set<String> MANIFEST = Set.of("time", "magic", "version");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ResourceJson resources;
  private final String engineVersion;
  private final String magic;

  public DeploymentJson(PropertyJson properties, String engineVersion) {
    this.resources = new ResourceJson(properties);
    this.engineVersion = engineVersion;
    this.magic = sha256(engineVersion);
  }

  /** The document. */
  public ObjectNode write(Deployment deployment, Instant now) {
    return write(deployment, now, new WrittenResources());
  }

  /**
   * The document, with the resources that it shares with the one before as they were written there.
   */
  public ObjectNode write(Deployment deployment, Instant now, WrittenResources before) {
    var written = before.next(deployment, resources::write);
    var node = NODES.objectNode();
    var rest = deployment.rest().deepCopy();
    node.set("manifest", manifest(now).setAll(taken(rest, "manifest")));
    if (!deployment.salt().isEmpty()) {
      node.putObject("secrets_providers")
          .put("type", "passphrase")
          .putObject("state")
          .put("salt", deployment.salt());
    }
    if (!deployment.resources().isEmpty()) {
      var array = node.putArray("resources");
      deployment.resources().forEach(resource -> array.add(written.apply(resource)));
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
                      .set("resource", written.apply(operation.resource())));
    }
    node.putObject("metadata");
    node.setAll(rest);
    return node;
  }

  /**
   * The deployment a document stands for; throws an {@link IllegalArgumentException} when it is not
   * one.
   */
  public Deployment read(JsonNode node) {
    var fields = new DocumentFields(node, "the deployment");
    var rest = fields.rest(KNOWN);
    var manifest = new DocumentFields(fields.object("manifest"), "the manifest");
    manifest.time("time");
    var unknown = manifest.rest(MANIFEST);
    if (!unknown.isEmpty()) {
      rest.set("manifest", unknown);
    }
    var read = new ArrayList<ResourceState>();
    fields.list("resources").forEach(resource -> read.add(resources.read(resource)));
    var pending = new ArrayList<PendingOperation>();
    for (var element : fields.list("pending_operations")) {
      var operation = new DocumentFields(element, "a pending operation");
      if (!operation.rest(Set.of("resource", "type")).isEmpty()) {
        throw new IllegalArgumentException("a pending operation has a field not known");
      }
      pending.add(
          new PendingOperation(
              resources.read(operation.object("resource")),
              PendingOperation.Kind.of(operation.required("type"))));
    }
    return new Deployment(read, pending, salt(node), rest);
  }

  /**
   * The salt of a document's secrets, empty when it has none; needed before its secrets can be
   * read.
   */
  public static String salt(JsonNode node) {
    var provider =
        new DocumentFields(
            new DocumentFields(node, "the deployment").object("secrets_providers"),
            "the secrets provider");
    var type = provider.text("type");
    if (type.isEmpty() && provider.rest(Set.of("type")).isEmpty()) {
      return "";
    }
    if (!"passphrase".equals(type)) {
      throw new IllegalArgumentException(
          EngineException.unsupported("the secrets provider '" + type + "'").getMessage());
    }
    var state = new DocumentFields(provider.object("state"), "the state of the secrets provider");
    if (!provider.rest(Set.of("type", "state")).isEmpty()
        || !state.rest(Set.of("salt")).isEmpty()) {
      throw new IllegalArgumentException("the secrets provider has a field not known");
    }
    return state.required("salt");
  }

  private static ObjectNode taken(ObjectNode from, String name) {
    return from.remove(name) instanceof ObjectNode taken ? taken : NODES.objectNode();
  }

  private ObjectNode manifest(Instant now) {
    return NODES
        .objectNode()
        .put("time", now.toString())
        .put("magic", magic)
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
