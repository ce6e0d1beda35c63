package dev.helium.engine.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.property.JsonText;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.state.AtomicFiles;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.DocumentVersion;
import dev.helium.engine.state.Integrity;
import dev.helium.engine.state.StackDocuments;
import dev.helium.engine.state.StackReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a stack's deployment by one from a file. Secrets in clear are encrypted, under the salt
 * the document names or else the stack's; operations that were under way are dropped.
 */
final class ImportCommand {
  private static final long MAXIMUM_BYTES = 256L * 1024 * 1024;

  private final Workspace workspace;
  private final Output output;
  private final InstantSource clock;

  ImportCommand(Workspace workspace, Output output, InstantSource clock) {
    this.workspace = workspace;
    this.output = output;
    this.clock = clock;
  }

  void run(CommandLine line, String standardInput) {
    var stack = workspace.stack(line);
    var name = line.value("--file").orElse("standard input");
    var content = line.value("--file").isPresent() ? read(name) : given(standardInput);
    try {
      run(stack, document(content), line.has("--force"));
    } catch (IllegalArgumentException foreign) {
      throw unreadable(name, foreign.getMessage(), foreign);
    } catch (IOException invalid) {
      throw unreadable(name, "it is truncated or not JSON", invalid);
    }
    output.line("Import complete.");
  }

  private void run(StackReference stack, JsonNode document, boolean force) {
    var state = workspace.state();
    var salt = DeploymentJson.salt(document);
    var secrets = workspace.secrets(stack).at(salt);
    var documents = new StackDocuments(state.checkpoint(stack), secrets, EngineIdentity.VERSION);
    var deployment = documents.parse(document);
    report(problems(stack, deployment), force);
    deployment
        .pending()
        .forEach(
            operation ->
                output.line(
                    "warning: removing pending operation '"
                        + operation.kind().word()
                        + "' on '"
                        + operation.resource().urn()
                        + "' from snapshot"));
    var imported =
        new Deployment(deployment.resources(), List.of(), secrets.state(), deployment.rest());
    try (var lock = state.lock(stack, clock)) {
      var file = state.under(lock).checkpoint(stack);
      file.write(stack, documents.json().write(imported, clock.instant()));
    }
  }

  private void report(List<String> problems, boolean force) {
    if (problems.isEmpty()) {
      return;
    }
    if (!force) {
      throw new EngineException(
          FailureClass.INVALID,
          String.join("; ", problems)
              + "; importing this file could be dangerous; rerun with --force to proceed anyway");
    }
    problems.forEach(problem -> output.line("warning: " + problem));
  }

  private static List<String> problems(StackReference stack, Deployment deployment) {
    var problems = new ArrayList<String>();
    for (var resource : deployment.resources()) {
      if (!resource.urn().startsWith("urn:pulumi:" + stack.stack() + "::")) {
        problems.add(
            "resource '"
                + resource.urn()
                + "' is from a different stack than '"
                + stack.stack()
                + "'");
        break;
      }
    }
    Integrity.problem(deployment)
        .ifPresent(problem -> problems.add("state file contains errors: " + problem));
    return problems;
  }

  private static JsonNode document(byte[] content) throws IOException {
    var document = JsonText.read(content);
    if (!document.isObject()) {
      throw new IllegalArgumentException("it is not an exported deployment");
    }
    DocumentVersion.require(document);
    var deployment = document.path("deployment");
    if (deployment.isMissingNode()) {
      throw new IllegalArgumentException("it is not an exported deployment");
    }
    return deployment.isNull() ? JsonNodeFactory.instance.objectNode() : deployment;
  }

  private byte[] read(String name) {
    try {
      return AtomicFiles.read(workspace.file(name), MAXIMUM_BYTES)
          .orElseThrow(() -> new EngineException(FailureClass.INVALID, "there is no file " + name));
    } catch (IOException | InvalidPathException failure) {
      throw new EngineException(
          FailureClass.INVALID, "the file " + name + " cannot be read", failure);
    }
  }

  private static byte[] given(String standardInput) {
    if (standardInput == null) {
      throw new EngineException(
          FailureClass.INVALID, "stack import needs --file or a deployment on standard input");
    }
    return standardInput.getBytes(StandardCharsets.UTF_8);
  }

  private static EngineException unreadable(String name, String reason, Exception cause) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE, "deployment in " + name + ": " + reason, cause);
  }
}
