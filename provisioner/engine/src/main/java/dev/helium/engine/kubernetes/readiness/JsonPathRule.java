package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Waits until a path leads to a value, or to a certain one: {@code {.status.phase}=Running}.
 * Fields, list indexes, {@code [*]} and {@code [?(@.field=="value")]} are understood.
 */
final class JsonPathRule implements ReadyRule {
  private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*\\$?(.*?)\\s*}(?:=(.+))?");
  private static final Pattern STEP =
      Pattern.compile(
          "\\.(?<name>[A-Za-z0-9_-]+)"
              + "|\\[['\"](?<quoted>[^'\"]+)['\"]]"
              + "|\\[(?<index>\\d+)]"
              + "|(?<all>\\[\\*])"
              + "|\\[\\?\\(?@\\.(?<key>[A-Za-z0-9_-]+)\\s*==\\s*['\"](?<value>[^'\"]*)['\"]\\)?]");

  private final String text;
  private final List<Step> steps;
  private final String wanted;

  private JsonPathRule(String text, List<Step> steps, String wanted) {
    this.text = text;
    this.steps = steps;
    this.wanted = wanted;
  }

  private interface Step {
    void walk(JsonNode from, Collection<JsonNode> to);
  }

  static JsonPathRule parse(String text) {
    var expression = EXPRESSION.matcher(text);
    if (!expression.matches()) {
      throw WaitFor.invalid("must have the form jsonpath={.path} or jsonpath={.path}=value");
    }
    var steps = new ArrayList<Step>();
    var path = expression.group(1);
    var step = STEP.matcher(path);
    var at = 0;
    while (step.lookingAt()) {
      steps.add(step(step));
      at = step.end();
      step.region(at, path.length());
    }
    if (at < path.length()) {
      throw EngineException.unsupported("the JSON path " + text + " in pulumi.com/waitFor");
    }
    return new JsonPathRule(text, steps, expression.group(2));
  }

  @Override
  public Verdict judge(JsonNode object, Collection<JsonNode> related) {
    var found = List.of(object);
    for (var step : steps) {
      var next = new ArrayList<JsonNode>();
      found.forEach(node -> step.walk(node, next));
      found = next;
    }
    var values = found.stream().filter(node -> !node.isMissingNode()).toList();
    var isReady =
        !values.isEmpty() && (wanted == null || wanted.equals(values.getFirst().asText()));
    return Verdict.readyWhen(isReady, "waiting for " + text);
  }

  private static Step step(Matcher step) {
    var name = step.group("name") == null ? step.group("quoted") : step.group("name");
    if (name != null) {
      return (from, to) -> to.add(from.path(name));
    }
    if (step.group("index") != null) {
      var index = Integer.parseInt(step.group("index"));
      return (from, to) -> to.add(from.path(index));
    }
    if (step.group("all") != null) {
      return (from, to) -> from.forEach(to::add);
    }
    var key = step.group("key");
    var value = step.group("value");
    return (from, to) ->
        from.forEach(
            each -> {
              if (value.equals(each.path(key).asText())) {
                to.add(each);
              }
            });
  }
}
