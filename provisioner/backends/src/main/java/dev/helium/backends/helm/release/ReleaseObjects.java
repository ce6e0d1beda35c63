package dev.helium.backends.helm.release;

import dev.helium.backends.helm.rendering.HelmRelease;
import dev.helium.backends.product.SecretContent;
import dev.helium.backends.schema.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.YAMLException;

/** The objects that a rendered chart has, in its order. */
public final class ReleaseObjects {
  /** Of all that a chart renders, in characters. */
  public static final int LONGEST = 10 * 1024 * 1024;

  /** Of one chart. */
  public static final int MOST = 500;

  private static final Pattern DOCUMENT = Pattern.compile("(?m)^---\\s*$");
  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (\\S+)$");
  private static final String TEST = "test";

  private ReleaseObjects() {}

  /**
   * Definitions first, then hooks, then the rest. Tests are left out.
   *
   * @param definitions as trees
   */
  public static List<ChartObject> of(HelmRelease release, List<Map<String, Object>> definitions)
      throws ReleaseException {
    if (length(release) > LONGEST) {
      throw new ReleaseException("the chart renders more than " + LONGEST / 1024 / 1024 + " MiB");
    }
    List<ChartObject> objects = new ArrayList<>();
    for (Map<String, Object> definition : definitions) {
      objects.add(new ChartObject(cleaned(definition), "crds", Optional.empty(), true));
    }
    for (HelmRelease.Hook hook : release.hooks()) {
      if (!hook.events().stream().allMatch(TEST::equals)) {
        Optional<Hook> when = Optional.of(new Hook(hook.events(), hook.weight()));
        add(objects, hook.manifest(), hook.template(), when);
      }
    }
    for (String document : DOCUMENT.split(release.manifest(), -1)) {
      Matcher source = SOURCE.matcher(document);
      add(objects, document, source.find() ? source.group(1) : "", Optional.empty());
    }
    if (objects.size() > MOST) {
      throw new ReleaseException(
          "the chart makes " + objects.size() + " objects; there may be " + MOST);
    }
    return objects;
  }

  private static long length(HelmRelease release) {
    return release.manifest().length()
        + release.hooks().stream().mapToLong(hook -> hook.manifest().length()).sum();
  }

  private static void add(
      List<ChartObject> objects, String yaml, String template, Optional<Hook> hook)
      throws ReleaseException {
    try {
      for (Map<String, Object> document : YamlDocuments.read(yaml, LONGEST)) {
        add(objects, document, template, hook);
      }
    } catch (YAMLException invalid) {
      // Without its message, which shows a part of what was rendered.
      throw new ReleaseException("what " + template + " renders is no valid YAML");
    }
  }

  private static void add(
      List<ChartObject> objects, Map<String, Object> document, String template, Optional<Hook> hook)
      throws ReleaseException {
    if (String.valueOf(document.get("kind")).endsWith("List")
        && document.get("items") instanceof List<?> items) {
      for (Object item : items) {
        add(objects, Trees.map(item, template), template, hook);
      }
      return;
    }
    ChartObject object = new ChartObject(cleaned(document), template, hook, false);
    if (object.apiVersion().isEmpty() || object.kind().isEmpty() || object.name().isEmpty()) {
      throw new ReleaseException(
          "what " + template + " renders is no object with apiVersion, kind and metadata.name");
    }
    objects.add(object);
  }

  /** Without fields that are set to nothing, as the API server takes them, and without a status. */
  private static Map<String, Object> cleaned(Map<String, Object> object) {
    Map<String, Object> cleaned = Trees.map(clean(object), "an object");
    cleaned.remove("status");
    SecretContent.encode(cleaned);
    if ("Job".equals(cleaned.get("kind"))
        && Trees.find(cleaned, "spec.ttlSecondsAfterFinished").isPresent()) {
      // One that removes itself would be missed, made again and run again.
      Trees.inner(cleaned, "spec").remove("ttlSecondsAfterFinished");
    }
    return cleaned;
  }

  private static Object clean(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> cleaned = new LinkedHashMap<>();
        map.forEach(
            (name, each) -> {
              if (each != null) {
                cleaned.put(String.valueOf(name), clean(each));
              }
            });
        yield cleaned;
      }
      case List<?> list -> {
        List<Object> cleaned = new ArrayList<>();
        list.forEach(each -> cleaned.add(each == null ? null : clean(each)));
        yield cleaned;
      }
      case null -> null;
      default -> value;
    };
  }
}
