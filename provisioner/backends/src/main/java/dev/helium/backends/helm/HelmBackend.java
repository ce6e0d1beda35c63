package dev.helium.backends.helm;

import com.pulumi.Context;
import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Manifest;
import dev.helium.backends.Preparation;
import dev.helium.backends.PreparationException;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.helm.rendering.Renderer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Any Helm chart. Thread-safe. */
public final class HelmBackend implements Backend {
  private final Manifest manifest = Manifest.beside(HelmBackend.class);
  private final PreparedReleases prepared = new PreparedReleases();
  private final ChartFolders folders =
      new ChartFolders(Path.of(System.getProperty("java.io.tmpdir")), InstantSource.system());
  private final HelmForm form;
  private final HelmPreparation preparations;

  /** With the policy that the environment of the process says. */
  public HelmBackend() {
    this(HelmPolicy.from(System.getenv()), new Renderer());
  }

  public HelmBackend(HelmPolicy policy, Renderer renderer) {
    this.form = new HelmForm(manifest, policy);
    this.preparations = new HelmPreparation(policy, renderer);
  }

  @Override
  public Manifest manifest() {
    return manifest;
  }

  @Override
  public Validated validate(BackendInput input) {
    List<Problem> problems = new ArrayList<>();
    Renderer.problem().map(why -> new Problem("backend", why)).ifPresent(problems::add);
    problems.addAll(form.read(input).problems());
    return problems.isEmpty() ? new Validated.Accepted(Map.of()) : new Validated.Rejected(problems);
  }

  @Override
  public boolean takesCluster() {
    return true;
  }

  @Override
  public boolean takesArchive() {
    return true;
  }

  @Override
  public Set<String> madeOnce(BackendInput input) {
    return HelmConfiguration.keys();
  }

  @Override
  public Map<String, ConfigEntry> prepare(Preparation preparation) {
    HelmInput input =
        form.read(preparation.input())
            .input()
            .orElseThrow(
                () -> PreparationException.refused("the backend no longer takes the request"));
    try {
      Path folder = folders.open();
      try {
        HelmPreparation.Result result = preparations.run(input, preparation, folder);
        prepared.put(preparation.workspace().id(), result.release());
        return result.configuration();
      } finally {
        folders.close(folder);
      }
    } catch (IOException failure) {
      throw PreparationException.passing(
          PreparationException.Kind.BROKEN, "there is no room to work on charts", failure);
    }
  }

  @Override
  public Consumer<Context> program() {
    return context -> new HelmProgram(prepared, context).run();
  }
}
