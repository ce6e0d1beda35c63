package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * A kubeconfig found.
 *
 * @param content its text; empty for the pod's own account
 * @param path where it was read, empty when it was given as text; certificates may be relative to
 *     it
 * @param context the context asked for, empty for the current one
 * @param cluster the cluster asked for, empty for the context's
 */
record KubeconfigSource(String content, String path, String context, String cluster) {
  private static final long MAXIMUM_BYTES = 4L * 1024 * 1024;

  /** The source for a provider: its own kubeconfig, else the engine's. */
  static KubeconfigSource find(
      ProviderSettings settings, Kubeconfig fallback, Map<String, String> environment) {
    var asked = settings.kubeconfig();
    if (!asked.isEmpty()) {
      return isFile(asked) ? read(path(asked), settings) : of(asked, "", settings);
    }
    return switch (fallback) {
      case Kubeconfig.Content(var yaml) -> of(yaml, "", settings);
      case Kubeconfig.File(var file) -> read(file, settings);
      case Kubeconfig.Ambient() -> ambient(settings, environment);
    };
  }

  /** The text that a setting stands for: itself, or what is in the file it names. */
  static String text(String setting) {
    if (!isFile(setting)) {
      return setting;
    }
    return read(path(setting));
  }

  private static KubeconfigSource of(String content, String path, ProviderSettings settings) {
    return new KubeconfigSource(content, path, settings.context(), settings.cluster());
  }

  /** What makes two sources the same cluster and user. */
  String key() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = String.join("\n", context, cluster, path, content);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  Config config() {
    if (content.isEmpty()) {
      return Config.autoConfigure(context.isEmpty() ? null : context);
    }
    if (!path.isEmpty() && cluster.isEmpty()) {
      return Config.fromKubeconfig(context.isEmpty() ? null : context, new File(path));
    }
    return Config.fromKubeconfig(KubeconfigFile.using(content, path, context, cluster));
  }

  @Override
  public String toString() {
    return "KubeconfigSource[" + path + "]";
  }

  private static KubeconfigSource ambient(
      ProviderSettings settings, Map<String, String> environment) {
    var named = environment.getOrDefault("KUBECONFIG", "");
    if (named.contains(File.pathSeparator)) {
      throw EngineException.unsupported("a KUBECONFIG of several files");
    }
    if (!named.isEmpty()) {
      return read(Path.of(named), settings);
    }
    var home = Path.of(System.getProperty("user.home"), ".kube", "config");
    return Files.exists(home) ? read(home, settings) : of("", "", settings);
  }

  private static KubeconfigSource read(Path file, ProviderSettings settings) {
    return of(read(file), file.toString(), settings);
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > MAXIMUM_BYTES) {
        throw new EngineException(
            FailureClass.INVALID, "the kubeconfig " + file + " is larger than 4 MiB");
      }
      return Files.readString(file);
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INVALID, "the kubeconfig " + file + " cannot be read", failure);
    }
  }

  private static Path path(String text) {
    return text.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), text.substring(2))
        : Path.of(text);
  }

  private static boolean isFile(String text) {
    if (text.contains("\n") || text.startsWith("{")) {
      return false;
    }
    try {
      return Files.isRegularFile(path(text));
    } catch (InvalidPathException notPath) {
      return false;
    }
  }
}
