package dev.helium.backends.helm;

import dev.helium.backends.ApiServer;
import dev.helium.backends.BackendInput;
import dev.helium.backends.Manifest;
import dev.helium.backends.Preparation;
import dev.helium.backends.WorkspaceFacts;
import dev.helium.backends.helm.release.ChartObject;
import dev.helium.backends.helm.release.ReleasePlan.Planned;
import dev.helium.backends.helm.rendering.Renderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attempts at one workspace, one after the other, each with what the one before has kept. */
final class Attempt {
  static final String WORKSPACE = "wonder";

  private final Path folder;
  private final HelmPolicy policy;
  private final HelmForm form;
  private final Map<String, String> kept = new HashMap<>();
  private Renderer renderer = new Renderer();
  private ApiServer cluster = new TestCluster();
  private boolean finished;
  private PreparedRelease release;

  /**
   * @param folder of nothing else
   */
  Attempt(Path folder, HelmPolicy policy) {
    this.folder = folder;
    this.policy = policy;
    this.form = new HelmForm(Manifest.beside(HelmBackend.class), policy);
  }

  Attempt in(ApiServer server) {
    this.cluster = server;
    return this;
  }

  Attempt within(Duration longest, int mebibytes) {
    this.renderer = new Renderer(longest, mebibytes);
    return this;
  }

  /** Of an uploaded chart. */
  Attempt make(TestChart chart, String valuesYaml) {
    return make(new BackendInput(Map.of(), valuesYaml, "", ByteBuffer.wrap(chart.archive())));
  }

  Attempt make(BackendInput input) {
    HelmInput asked = form.read(input).input().orElseThrow();
    HelmPreparation.Result result =
        new HelmPreparation(policy, renderer)
            .run(
                asked,
                new Preparation(
                    new WorkspaceFacts(WORKSPACE, 1, "2027-01-01T00:00:00Z", "ada", "helm"),
                    input,
                    kept,
                    () -> finished,
                    cluster,
                    folder),
                work());
    result.configuration().forEach((key, entry) -> kept.put(key, entry.value()));
    release = result.release();
    return this;
  }

  /** The run came to its end. */
  Attempt finish() {
    finished = true;
    return this;
  }

  Map<String, String> kept() {
    return kept;
  }

  PreparedRelease release() {
    return release;
  }

  /** Turn by turn, such as {@code Deployment/web}; with {@code !} what is awaited. */
  List<List<String>> turns() {
    return release.plan().turns().stream()
        .map(turn -> turn.stream().map(Attempt::title).toList())
        .toList();
  }

  Map<String, Object> object(String title) {
    return release.plan().turns().stream()
        .flatMap(List::stream)
        .map(Planned::object)
        .filter(object -> object.title().equals(title))
        .findFirst()
        .map(ChartObject::tree)
        .orElseThrow();
  }

  /** The value {@code it} of a config map. */
  Object setting(String configMap) {
    return ((Map<?, ?>) object("ConfigMap/" + configMap).get("data")).get("it");
  }

  private static String title(Planned planned) {
    return planned.object().title() + (planned.awaited() ? "!" : "");
  }

  private Path work() {
    try {
      return Files.createTempDirectory(folder, "attempt");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
