package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.asset.AssetSource;
import dev.helium.engine.project.ConfigEntry;
import dev.helium.engine.project.Project;
import dev.helium.engine.project.Selection;
import dev.helium.engine.project.StackSettings;
import dev.helium.engine.secret.PassphraseSecrets;
import dev.helium.engine.secret.SecretsVault;
import dev.helium.engine.state.DeploymentJson;
import dev.helium.engine.state.Fencing;
import dev.helium.engine.state.StackReference;
import dev.helium.engine.state.StateFolder;
import dev.helium.engine.state.StateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Where a command runs: its directory, its environment, its state folder and its passphrase. */
final class Workspace {
  private static final long MAXIMUM_ASSET_BYTES = 512L * 1024 * 1024;

  private final Path directory;
  private final Map<String, String> environment;
  private final Project project;
  private final SecretsVault vault;
  private final Fencing fencing;

  Workspace(Path directory, Map<String, String> environment, SecretsVault vault) {
    this.directory = directory;
    this.environment = environment;
    this.project = Project.read(directory);
    this.vault = vault;
    this.fencing = Fencing.of(environment);
  }

  Project project() {
    return project;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** A file that a command line names; a relative one is in the work directory. */
  Path file(String name) {
    return directory.resolve(name);
  }

  /** Knows the assets of this directory's program. */
  AssetHashes assets(Duration timeout) {
    return new AssetHashes(new AssetSource(directory, timeout, MAXIMUM_ASSET_BYTES));
  }

  StateFolder state() {
    var url = environment.getOrDefault("PULUMI_BACKEND_URL", "");
    return StateFolder.open(
        url.isEmpty() ? project.backendUrl() : url,
        directory,
        StateSettings.of(environment),
        fencing);
  }

  /** The folder where the CLI keeps what is not of one project. */
  static Path home(Map<String, String> environment) {
    var home = environment.getOrDefault("PULUMI_HOME", "");
    return home.isEmpty() ? Path.of(System.getProperty("user.home"), ".pulumi") : Path.of(home);
  }

  Selection selection() {
    return new Selection(home(environment), project, state().url());
  }

  /** The stack a command names, else the selected one; it must exist. */
  StackReference stack(CommandLine line) {
    var stack =
        line.value("--stack")
            .or(() -> Optional.ofNullable(environment.get("PULUMI_STACK")))
            .filter(Predicate.not(String::isEmpty))
            .map(this::reference)
            .or(() -> selection().read())
            .orElseThrow(
                () -> new EngineException(FailureClass.STACK_NOT_FOUND, "no stack selected"));
    requireExists(stack);
    return stack;
  }

  StackReference reference(String name) {
    return StackReference.parse(name, project.name());
  }

  void requireExists(StackReference stack) {
    if (!state().checkpoint(stack).exists()) {
      throw new EngineException(
          FailureClass.STACK_NOT_FOUND, "no stack named '" + stack.stack() + "' found");
    }
  }

  /**
   * The stack's secrets. A stack without a salt gets one, in its settings and with its next update
   * in its state.
   */
  PassphraseSecrets secrets(StackReference stack) {
    var settings = settings(stack);
    settings.requireSupported();
    var salt = settings.salt().isEmpty() ? recordedSalt(stack) : settings.salt();
    var secrets = vault.open(passphrase(), salt);
    if (settings.salt().isEmpty()) {
      settings.salt(secrets.state());
      settings.save();
    }
    return secrets;
  }

  /** The secrets that were encrypted with a salt, under this workspace's passphrase. */
  PassphraseSecrets secrets(String salt) {
    return vault.open(passphrase(), salt);
  }

  StackSettings settings(StackReference stack) {
    return project.settings(stack.stack());
  }

  /** The secrets of a passphrase that is not the environment's, under a new salt. */
  PassphraseSecrets newSecrets(String newPassphrase) {
    return vault.create(newPassphrase);
  }

  /** The stack's configuration in clear, with what the project declares. */
  SortedMap<String, ConfigEntry> configuration(StackReference stack, PassphraseSecrets secrets) {
    var settings = settings(stack);
    settings.requireSupported();
    var values = project.config().applied(settings);
    project
        .config()
        .require(stack.stack(), settings, values, value -> ConfigValues.clear(value, secrets));
    var clear = new TreeMap<String, ConfigEntry>();
    values.forEach((key, value) -> clear.put(key, ConfigValues.entry(value, secrets)));
    return clear;
  }

  private String recordedSalt(StackReference stack) {
    var file = state().checkpoint(stack);
    return file.read().map(document -> file.understand(document, DeploymentJson::salt)).orElse("");
  }

  private String passphrase() {
    var passphrase = environment.get("PULUMI_CONFIG_PASSPHRASE");
    if (passphrase != null) {
      return passphrase;
    }
    var file = environment.getOrDefault("PULUMI_CONFIG_PASSPHRASE_FILE", "");
    if (file.isEmpty()) {
      throw new EngineException(
          FailureClass.WRONG_PASSPHRASE,
          "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.WRONG_PASSPHRASE, "the passphrase file cannot be read", failure);
    }
  }
}
