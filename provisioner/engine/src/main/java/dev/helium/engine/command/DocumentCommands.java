package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.property.PropertyJson;
import dev.helium.engine.property.PropertyJson.Secrets;
import dev.helium.engine.property.Signatures;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.StackReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;

/** A stack's deployment document, as it is in the file or with its secrets in clear. */
final class DocumentCommands {
  private static final int INDENT = 4;

  private final Workspace workspace;
  private final Output output;

  DocumentCommands(Workspace workspace, Output output) {
    this.workspace = workspace;
    this.output = output;
  }

  void export(CommandLine line) {
    var stack = workspace.stack(line);
    var document = document(stack);
    if (line.has("--show-secrets") && document.get("deployment") instanceof ObjectNode latest) {
      var salt = salt(stack, latest);
      if (!salt.isEmpty()) {
        var secrets = workspace.secrets(stack).at(salt);
        workspace.state().checkpoint(stack).understand(latest, node -> reveal(latest, secrets));
      }
    }
    var text = JsonText.indented(document, INDENT);
    if (line.value("--file").isPresent()) {
      write(line.value("--file").get(), text);
    } else {
      output.result(text);
    }
  }

  private ObjectNode document(StackReference stack) {
    var file = workspace.state().checkpoint(stack);
    var document =
        file.export()
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.STACK_NOT_FOUND,
                        "no stack named '" + stack.stack() + "' found"));
    if (document.get("deployment") instanceof ObjectNode latest) {
      salt(stack, latest);
      var blind = new PropertyJson(new BlindCodec("null"), Secrets.SHOWN);
      file.understand(latest, node -> new DeploymentJson(blind, EngineIdentity.VERSION).read(node));
    }
    return document;
  }

  private String salt(StackReference stack, JsonNode latest) {
    return workspace.state().checkpoint(stack).understand(latest, DeploymentJson::salt);
  }

  private JsonNode reveal(JsonNode node, PassphraseSecrets secrets) {
    switch (node) {
      case ObjectNode object ->
          object.properties().forEach(field -> field.setValue(revealed(field.getValue(), secrets)));
      case ArrayNode array -> {
        for (int index = 0; index < array.size(); index++) {
          array.set(index, revealed(array.get(index), secrets));
        }
      }
      default -> {}
    }
    return node;
  }

  private JsonNode revealed(JsonNode value, PassphraseSecrets secrets) {
    if (Signatures.SECRET.equals(value.path(Signatures.KEY).asText())
        && value.path("ciphertext").isTextual()) {
      return JsonNodeFactory.instance
          .objectNode()
          .put(Signatures.KEY, Signatures.SECRET)
          .put("plaintext", secrets.decrypt(value.path("ciphertext").textValue()));
    }
    return reveal(value, secrets);
  }

  private void write(String name, String text) {
    try {
      Files.write(workspace.file(name), (text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException failure) {
      throw new EngineException(
          FailureClass.INVALID, "the file " + name + " cannot be written", failure);
    }
  }
}
