package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
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
 */
record KubeconfigSource(String content, String path, String context) {
  private static final long MAXIMUM_BYTES = 4L * 1024 * 1024;

  /** The source for a provider: its own kubeconfig, else the engine's. */
  static KubeconfigSource find(
      ProviderSettings settings, Kubeconfig fallback, Map<String, String> environment) {
    var asked = settings.kubeconfig();
    if (!asked.isEmpty()) {
      return isFile(asked)
          ? read(Path.of(asked), settings.context())
          : new KubeconfigSource(asked, "", settings.context());
    }
    return switch (fallback) {
      case Kubeconfig.Content(var yaml) -> new KubeconfigSource(yaml, "", settings.context());
      case Kubeconfig.File(var file) -> read(file, settings.context());
      case Kubeconfig.Ambient() -> ambient(settings.context(), environment);
    };
  }

  /** What makes two sources the same cluster and user. */
  String key() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var text = context + "\n" + path + "\n" + content;
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  Config config() {
    var asked = context.isEmpty() ? null : context;
    if (content.isEmpty()) {
      return Config.autoConfigure(asked);
    }
    return path.isEmpty()
        ? Config.fromKubeconfig(withContext())
        : Config.fromKubeconfig(asked, new File(path));
  }

  @Override
  public String toString() {
    return "KubeconfigSource[" + path + "]";
  }

  private String withContext() {
    if (context.isEmpty()) {
      return content;
    }
    var file = Serialization.unmarshal(content, io.fabric8.kubernetes.api.model.Config.class);
    file.setCurrentContext(context);
    return Serialization.asYaml(file);
  }

  private static KubeconfigSource ambient(String context, Map<String, String> environment) {
    var named = environment.getOrDefault("KUBECONFIG", "");
    if (named.contains(File.pathSeparator)) {
      throw EngineException.unsupported("a KUBECONFIG of several files");
    }
    if (!named.isEmpty()) {
      return read(Path.of(named), context);
    }
    var home = Path.of(System.getProperty("user.home"), ".kube", "config");
    return Files.exists(home) ? read(home, context) : new KubeconfigSource("", "", context);
  }

  private static KubeconfigSource read(Path file, String context) {
    try {
      if (Files.size(file) > MAXIMUM_BYTES) {
        throw new EngineException(
            FailureClass.INVALID, "the kubeconfig " + file + " is larger than 4 MiB");
      }
      return new KubeconfigSource(Files.readString(file), file.toString(), context);
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INVALID, "the kubeconfig " + file + " cannot be read", failure);
    }
  }

  private static boolean isFile(String text) {
    if (text.contains("\n") || text.startsWith("{")) {
      return false;
    }
    try {
      return Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException notPath) {
      return false;
    }
  }
}
