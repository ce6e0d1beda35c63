package dev.helium.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.engine.secret.SecretsVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Makes stacks in a folder of their own and looks at what the engine wrote there. */
final class Stacks implements AutoCloseable {
  static final String PROJECT = "test";
  static final String PASSPHRASE = "correct horse";

  /** To derive a key takes longer than most of what is tested with it. */
  private static final SecretsVault VAULT = new SecretsVault();

  private final Path root;
  private final EmbeddedPulumiCommand engine;
  private final Map<String, String> environment;

  private Stacks(Path root, EmbeddedPulumiCommand engine, Map<String, String> environment) {
    this.root = root;
    this.engine = engine;
    this.environment = environment;
  }

  static Stacks on(Path root, Path kubeconfig) {
    return with(root, EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig)));
  }

  static Stacks with(Path root, EngineOptions options) {
    return with(root, options, VAULT);
  }

  /** Of an engine that derives its keys itself, as the one of another process does. */
  static Stacks ofAnotherProcess(Path root, Path kubeconfig) {
    return with(
        root,
        EngineOptions.defaults().withKubeconfig(new Kubeconfig.File(kubeconfig)),
        new SecretsVault());
  }

  private static Stacks with(Path root, EngineOptions options, SecretsVault vault) {
    return new Stacks(
        root,
        new EmbeddedPulumiCommand(options, vault),
        Map.of(
            "PULUMI_BACKEND_URL",
            "file://" + directory(root, "state"),
            "PULUMI_HOME",
            directory(root, "home").toString(),
            "PULUMI_CONFIG_PASSPHRASE",
            PASSPHRASE,
            // Otherwise every change of a config map is a replacement.
            "PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE",
            "true"));
  }

  /** The same folder and engine with one more variable in the environment. */
  Stacks with(String variable, String value) {
    var changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new Stacks(root, engine, changed);
  }

  EmbeddedPulumiCommand engine() {
    return engine;
  }

  WorkspaceStack stack(String name, Consumer<Context> program) throws AutomationException {
    return LocalWorkspace.createOrSelectStack(PROJECT, name, program, options(name));
  }

  LocalWorkspaceOptions options(String name) {
    return LocalWorkspaceOptions.builder()
        .pulumiCommand(engine)
        .workDir(directory(root, "work/" + name))
        .environmentVariables(environment)
        .build();
  }

  Path checkpoint(String name) {
    return root.resolve("state/.pulumi/stacks/" + PROJECT + "/" + name + ".json");
  }

  Path locks(String name) {
    return root.resolve("state/.pulumi/locks/organization/" + PROJECT + "/" + name);
  }

  Path settings(String name) {
    return root.resolve("work/" + name + "/Pulumi." + name + ".yaml");
  }

  /** The deployment document of a stack. */
  JsonNode deployment(String name) {
    try {
      var document = new ObjectMapper().readTree(checkpoint(name).toFile());
      return document.path("checkpoint").path("latest");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The recorded resources of a stack, in order. */
  List<JsonNode> resources(String name) {
    return StreamSupport.stream(deployment(name).path("resources").spliterator(), false).toList();
  }

  /** The URNs of the recorded resources of a stack, in order, without the part that all share. */
  List<String> urns(String name) {
    var prefix = "urn:pulumi:" + name + "::" + PROJECT + "::";
    return resources(name).stream()
        .map(resource -> resource.path("urn").asText())
        .map(urn -> urn.startsWith(prefix) ? urn.substring(prefix.length()) : urn)
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }

  private static Path directory(Path root, String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
