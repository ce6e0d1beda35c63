package dev.helium.backends.helm.rendering;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Renders charts, two at once; others wait their turn. Thread-safe. */
public final class Renderer {
  /** Of one chart, rendered twice. */
  public static final Duration LONGEST = Duration.ofMinutes(1);

  /** Of the process that renders. */
  public static final int MOST_MEBIBYTES = 1024;

  private static final int AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<LinkedHashMap<String, Object>>> OBJECTS =
      new TypeReference<>() {};

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Duration longest;
  private final int most;

  public Renderer() {
    this(LONGEST, MOST_MEBIBYTES);
  }

  /**
   * @param most MiB of memory that one may take
   */
  public Renderer(Duration longest, int most) {
    this.longest = longest;
    this.most = most;
  }

  /** Why nothing can be rendered on this machine; empty when that is not known. */
  public static Optional<String> problem() {
    return HelmLibrary.problem();
  }

  /**
   * Blocks until it is rendered.
   *
   * @param folder to work in, of nothing else
   * @throws RenderingException when it is not
   */
  public Rendered render(RenderRequest request, Path folder) throws RenderingException {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw RenderingException.late("too many charts are being rendered", null);
      }
      try {
        return now(request, folder);
      } finally {
        turns.release();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw RenderingException.late("rendering the chart was ended", ended);
    } catch (IOException failure) {
      throw RenderingException.broken(
          "the chart could not be rendered on this machine ("
              + failure.getClass().getSimpleName()
              + ")",
          failure);
    }
  }

  private Rendered now(RenderRequest request, Path folder)
      throws IOException, InterruptedException, RenderingException {
    Files.writeString(folder.resolve(RenderMain.VALUES), request.values());
    ResourcesFile.write(request.resources(), folder.resolve(RenderMain.RESOURCES));
    int status = RenderProcess.run(folder, HelmLibrary.shared().file(), request, longest, most);
    Path failure = folder.resolve(RenderMain.FAILURE);
    if (Files.exists(failure)) {
      throw RenderingException.refused(Files.readString(failure));
    }
    return switch (status) {
      case 0 -> read(folder);
      case RenderMain.NO_LIBRARY ->
          throw RenderingException.limited(
              "Helm's library cannot be loaded on this machine (" + HelmLibrary.machine() + ")");
      case Watchdog.TOO_MUCH ->
          throw RenderingException.limited(
              "rendering the chart takes more than " + most + " MiB of memory");
      default ->
          throw status == Watchdog.TOO_LONG || status < 0
              ? RenderingException.limited(
                  "rendering the chart takes longer than " + longest.toSeconds() + " s")
              : RenderingException.broken(
                  "the process that renders charts ended with status " + status, null);
    };
  }

  private static Rendered read(Path folder) throws IOException {
    List<LinkedHashMap<String, Object>> definitions =
        JSON.readValue(folder.resolve(RenderMain.DEFINITIONS).toFile(), OBJECTS);
    return new Rendered(
        ReleaseRecord.read(Files.readAllBytes(folder.resolve(RenderMain.RELEASE + 1))),
        ReleaseRecord.read(Files.readAllBytes(folder.resolve(RenderMain.RELEASE + 2))),
        definitions.stream().map(each -> (Map<String, Object>) each).toList());
  }
}
