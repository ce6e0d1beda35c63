package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Output;
import dev.helium.engine.project.ConfigNode;
import dev.helium.engine.run.EngineIdentity;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.state.Deployment;
import dev.helium.engine.state.StackDocuments;
import dev.helium.engine.state.StackReference;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Encrypts a stack's secrets anew, under a passphrase that comes on standard input. From then on
 * the environment must have the new one.
 */
final class SecretsProviderCommand {
  private static final Set<String> PASSPHRASE = Set.of("passphrase", "default");

  private final Workspace workspace;
  private final Output output;
  private final InstantSource clock;

  SecretsProviderCommand(Workspace workspace, Output output, InstantSource clock) {
    this.workspace = workspace;
    this.output = output;
    this.clock = clock;
  }

  void change(CommandLine line, String standardInput) {
    var provider = line.word("secrets provider");
    if (!PASSPHRASE.contains(provider)) {
      throw EngineException.unsupported("the secrets provider " + provider);
    }
    var stack = workspace.stack(line);
    var state = workspace.state();
    var passphrase = firstLine(standardInput);
    try (var lock = state.lock(stack, clock)) {
      var from = workspace.secrets(stack);
      var to = workspace.newSecrets(passphrase);
      var file = state.under(lock).checkpoint(stack);
      var deployment = new StackDocuments(file, from, EngineIdentity.VERSION).read().orElseThrow();
      // Everything is read before anything is written: a secret that cannot be opened stops it.
      var values = moved(stack, from, to);
      var moved =
          new Deployment(
              deployment.resources(), deployment.pending(), to.state(), deployment.rest());
      var json = new StackDocuments(file, to, EngineIdentity.VERSION).json();
      file.write(stack, json.write(moved, clock.instant()));
      var settings = workspace.settings(stack);
      settings.salt(to.state());
      settings.values(values);
      settings.save();
    }
    output.line("Migrating old configuration and state to new secrets provider");
  }

  private Map<String, ConfigNode> moved(
      StackReference stack, PassphraseSecrets from, PassphraseSecrets to) {
    var moved = new TreeMap<String, ConfigNode>();
    workspace
        .settings(stack)
        .values()
        .forEach((key, value) -> moved.put(key, ConfigValues.moved(value, from, to)));
    return moved;
  }

  private static String firstLine(String standardInput) {
    var line = standardInput == null ? "" : standardInput.lines().findFirst().orElse("");
    if (line.isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID, "the new passphrase must be given on standard input");
    }
    return line;
  }
}
