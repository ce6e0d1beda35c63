package dev.helium.backends.helm.rendering;

import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.InstallOptions;
import com.marcnuri.helm.jni.Result;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The process that renders one chart: it installs it into an API server that is none and keeps what
 * it gets. It has no more than its folder, and ends itself when it takes too long or too much.
 *
 * <p>Arguments: the folder, Helm's library, the chart, the release, the namespace, seconds, and the
 * most memory in MiB. In the folder it finds {@code values.json} and {@code resources}, and leaves
 * {@code release-1}, {@code release-2} and {@code definitions}, or {@code failure}.
 */
public final class RenderMain {
  static final String VALUES = "values.json";
  static final String RESOURCES = "resources";
  static final String RELEASE = "release-";
  static final String DEFINITIONS = "definitions";
  static final String FAILURE = "failure";

  /** Two, so that what differs between them is known to be made at random. */
  static final int TIMES = 2;

  static final int NO_LIBRARY = 3;

  private static final int YES = 1;
  private static final int NO = 0;
  private static final int SECONDS = 60;

  private RenderMain() {}

  /** Ends with status 0 when it has left something, whether releases or a failure. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    new Watchdog(
            Duration.ofSeconds(Long.parseLong(arguments[5])),
            Long.parseLong(arguments[6]) * 1024 * 1024)
        .start();
    HelmLib helm = library(arguments[1]);
    try (PretendedApiServer server =
        PretendedApiServer.start(ResourcesFile.read(folder.resolve(RESOURCES)))) {
      for (int time = 1; time <= TIMES; time++) {
        String failure =
            install(helm, folder, arguments[2], arguments[3], arguments[4], server.kubeconfig());
        if (server.release().isEmpty()) {
          Files.writeString(folder.resolve(FAILURE), failure);
          break;
        }
        Files.write(folder.resolve(RELEASE + time), server.release().get());
        Files.writeString(folder.resolve(DEFINITIONS), server.definitions());
        server.forget();
      }
    }
    // Helm's library has threads of its own.
    Runtime.getRuntime().halt(0);
  }

  private static HelmLib library(String path) {
    try {
      return Native.load(path, HelmLib.class);
    } catch (UnsatisfiedLinkError unusable) {
      Runtime.getRuntime().halt(NO_LIBRARY);
      throw unusable;
    }
  }

  private static String install(
      HelmLib helm,
      Path folder,
      String chart,
      String release,
      String namespace,
      String kubeconfig) {
    Result result =
        helm.Install(
            new InstallOptions(
                release,
                NO,
                null,
                null,
                chart,
                namespace,
                null,
                NO,
                NO,
                null,
                NO,
                NO,
                // There is nothing here that could check schemas; the cluster will.
                YES,
                NO,
                null,
                NO,
                NO,
                SECONDS,
                null,
                null,
                folder.resolve(VALUES).toString(),
                null,
                kubeconfig,
                null,
                null,
                null,
                NO,
                NO,
                null,
                NO,
                NO,
                null));
    String said = result.err == null ? "" : result.err;
    helm.Free(result);
    return said;
  }
}
