package dev.helium.backends.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.ApiServer;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Preparation;
import dev.helium.backends.PreparationException;
import dev.helium.backends.PreparationException.Kind;
import dev.helium.backends.helm.release.ChartObject;
import dev.helium.backends.helm.release.RandomValues;
import dev.helium.backends.helm.release.ReleaseException;
import dev.helium.backends.helm.release.ReleaseObjects;
import dev.helium.backends.helm.release.ReleasePlan;
import dev.helium.backends.helm.release.ReleaseState;
import dev.helium.backends.helm.release.Restarts;
import dev.helium.backends.helm.release.Scope;
import dev.helium.backends.helm.rendering.HelmRelease;
import dev.helium.backends.helm.rendering.RenderRequest;
import dev.helium.backends.helm.rendering.Rendered;
import dev.helium.backends.helm.rendering.Renderer;
import dev.helium.backends.helm.rendering.RenderingException;
import dev.helium.backends.helm.rendering.Resources;
import dev.helium.backends.helm.source.ChartFile;
import dev.helium.backends.helm.source.ChartSource;
import dev.helium.backends.helm.source.SourceException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From what is asked for to a release that can be made: fetch, render, keep, place, order. */
final class HelmPreparation {
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_VERSION = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HelmPolicy policy;
  private final ChartSource source;
  private final Renderer renderer;

  HelmPreparation(HelmPolicy policy, Renderer renderer) {
    this.policy = policy;
    this.source = new ChartSource(policy.hosts(), policy.folders());
    this.renderer = renderer;
  }

  /**
   * @param configuration for the stack
   */
  record Result(PreparedRelease release, Map<String, ConfigEntry> configuration) {}

  /**
   * Blocks for minutes at worst.
   *
   * @param folder to work in, of nothing else
   * @throws PreparationException with all that a person needs to know
   */
  Result run(HelmInput input, Preparation preparation, Path folder) {
    ChartWords words = new ChartWords(input.values());
    String workspace = preparation.workspace().id();
    try {
      ChartFile chart =
          source.fetch(input.chart(), HelmConfiguration.pin(preparation.kept()), folder);
      Resources resources = ClusterResources.read(preparation.apiServer());
      Rendered rendered =
          renderer.render(
              new RenderRequest(
                  chart.path(),
                  input.release(workspace),
                  workspace,
                  json(input.values()),
                  resources),
              folder);
      return result(chart, rendered, resources, preparation);
    } catch (SourceException failure) {
      throw explained(failure, words);
    } catch (ReleaseException unfit) {
      throw PreparationException.refused(words.of(unfit.getMessage()));
    } catch (RenderingException failure) {
      throw explained(failure, words);
    }
  }

  private Result result(
      ChartFile chart, Rendered rendered, Resources resources, Preparation preparation)
      throws ReleaseException {
    HelmRelease release = rendered.first();
    List<ChartObject> objects = ReleaseObjects.of(release, rendered.definitions());
    Map<String, List<String>> random =
        new RandomValues(HelmConfiguration.random(preparation.kept()))
            .keep(objects, ReleaseObjects.of(rendered.second(), rendered.definitions()));
    byte[] key = HelmConfiguration.key(preparation.kept()).orElseGet(HelmPreparation::newKey);
    Restarts.mark(objects, random.keySet(), key);
    String workspace = preparation.workspace().id();
    List<ChartObject> own =
        objects.stream()
            .filter(object -> !isSomebodyElses(object, workspace, preparation.apiServer()))
            .toList();
    List<Scope.Placed> placed = new Scope(policy.scope(), workspace).place(own, resources);
    ReleaseState state =
        ReleaseState.of(
            objects,
            HelmConfiguration.state(preparation.kept()),
            preparation.finished().getAsBoolean());
    ReleasePlan plan = ReleasePlan.of(placed, state);
    return new Result(
        new PreparedRelease(plan, state, outputs(release, plan, state)),
        HelmConfiguration.of(chart.pin(), random, key, state));
  }

  /**
   * Whether it is a definition of the chart that the cluster has already: Helm leaves those as they
   * are, and so does this.
   */
  private static boolean isSomebodyElses(ChartObject object, String workspace, ApiServer server) {
    return object.definition()
        && server
            .get(DEFINITIONS + object.name())
            .map(ClusterResources::json)
            .filter(
                there ->
                    !there
                        .path("metadata")
                        .path("labels")
                        .path("helium.dev/workspace")
                        .asText()
                        .equals(workspace))
            .isPresent();
  }

  private static Map<String, String> outputs(
      HelmRelease release, ReleasePlan plan, ReleaseState state) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("HelmChart", release.chart() + " " + release.version());
    outputs.put("HelmRevision", Integer.toString(state.revision()));
    if (!release.appVersion().isEmpty()) {
      String version = release.appVersion();
      outputs.put(
          "HelmAppVersion", version.substring(0, Math.min(LONGEST_VERSION, version.length())));
    }
    if (!plan.left().isEmpty()) {
      outputs.put("HelmLeftOut", plan.leftInWords());
    }
    return outputs;
  }

  private static byte[] newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  private static PreparationException explained(SourceException failure, ChartWords words) {
    return switch (failure.kind()) {
      case REFUSED -> PreparationException.refused(words.of(failure.getMessage()));
      case UNAVAILABLE ->
          PreparationException.passing(
              Kind.SOURCE_UNAVAILABLE,
              "the chart cannot be fetched: " + failure.getMessage(),
              failure);
      case BROKEN -> PreparationException.passing(Kind.BROKEN, failure.getMessage(), failure);
    };
  }

  private static PreparationException explained(RenderingException failure, ChartWords words) {
    return switch (failure.kind()) {
      case REFUSED ->
          PreparationException.refused(
              failure.said().isEmpty()
                  ? failure.getMessage()
                  : failure.getMessage() + ": " + words.of(failure.said()));
      case LATE -> PreparationException.passing(Kind.TIMED_OUT, failure.getMessage(), failure);
      case BROKEN -> PreparationException.passing(Kind.BROKEN, failure.getMessage(), failure);
    };
  }

  private static String json(Map<String, Object> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("values that are no JSON", impossible);
    }
  }
}
