package dev.helium.backends.cloud;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plugin that makes the resources of a cloud, where the engine looks for it.
 *
 * @param name such as {@code gcp}
 * @param version that the typed SDK asks for, exactly
 */
public record ProviderPlugin(String name, String version) {
  /**
   * What to do about it not being there; empty when it is.
   *
   * @param environment of the process
   */
  public Optional<String> lacking(Map<String, String> environment) {
    return isAttached(environment) || files(environment).anyMatch(Files::isExecutable)
        ? Optional.empty()
        : Optional.of(
            "needs the provider "
                + name
                + " on the provisioner's machine, which is not installed there; install it with:"
                + " pulumi plugin install resource "
                + name
                + " "
                + version);
  }

  private boolean isAttached(Map<String, String> environment) {
    return Arrays.stream(environment.getOrDefault("PULUMI_DEBUG_PROVIDERS", "").split(",", -1))
        .anyMatch(provider -> provider.strip().startsWith(name + ":"));
  }

  private Stream<Path> files(Map<String, String> environment) {
    String home = environment.getOrDefault("PULUMI_HOME", "");
    Path plugins =
        (home.isEmpty() ? Path.of(System.getProperty("user.home"), ".pulumi") : Path.of(home))
            .resolve("plugins");
    String file = "pulumi-resource-" + name;
    return Stream.concat(
        Stream.of(plugins.resolve("resource-" + name + "-v" + version).resolve(file)),
        Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .flatMap(ProviderPlugin::path)
            .map(folder -> folder.resolve(file)));
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Stream.empty();
    }
  }
}
