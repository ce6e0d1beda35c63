package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder with everything that outlives a process, {@code .helium} unless told otherwise. */
public record Home(Path root) {
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  public Path token() {
    return root.resolve("token");
  }

  /** Digests of the tokens that were handed out. */
  public Path tokens() {
    return root.resolve("tokens.json");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path passphrase() {
    return keys().resolve("pulumi-passphrase");
  }

  /** Of Grafana's user admin. */
  Path grafanaPassword() {
    return keys().resolve("grafana-password");
  }

  public Path sealingKeys() {
    return keys().resolve("sealing.json");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path cluster() {
    return root.resolve("cluster");
  }

  /** What the provisioner keeps. */
  public Path state() {
    return root.resolve("state");
  }

  /** Those with which a person looks into single workspaces. */
  public Path kubeconfigs() {
    return root.resolve("kubeconfigs");
  }

  /** Kubeconfigs of clusters that workspaces made. */
  public Path clusters() {
    return root.resolve("clusters");
  }

  /** Records of processes. */
  public Path run() {
    return root.resolve("run");
  }

  /** Which classes a process has loaded. */
  Path recordingOf(ServiceInstance instance) {
    return run().resolve(instance.label() + ".classes");
  }

  /** What those read and keep that watch. */
  public Path observe() {
    return root.resolve("observe");
  }

  /** The jars that processes run from. */
  Path library() {
    return root.resolve("library");
  }

  Path endpoints() {
    return root.resolve("endpoints.properties");
  }

  /** Where the script keeps what it built; survives wiping, or the next command would build. */
  Path build() {
    return root.resolve("build");
  }

  /** Makes the folders, readable by their owner only. */
  void create() {
    try {
      List<Path> secrets = List.of(keys(), state(), kubeconfigs(), clusters());
      Files.createDirectories(root);
      Files.createDirectories(run());
      for (Path secret : secrets) {
        Files.createDirectories(secret);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("The folder %s cannot be made".formatted(root), failure);
    }
  }
}
