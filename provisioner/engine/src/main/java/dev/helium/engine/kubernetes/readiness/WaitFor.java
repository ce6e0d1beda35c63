package dev.helium.engine.kubernetes.readiness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a program itself says an object must come to: conditions and values at paths. */
public final class WaitFor implements ReadyRule {
  private static final String CONDITION = "condition=";
  private static final String PATH = "jsonpath=";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<ReadyRule> rules;

  private WaitFor(List<ReadyRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rule of an annotation: one expression, or several as a JSON list. */
  public static WaitFor parse(String annotation) {
    var rules = new ArrayList<ReadyRule>();
    for (var expression : expressions(annotation)) {
      if (expression.startsWith(CONDITION)) {
        rules.add(condition(expression.substring(CONDITION.length())));
      } else if (expression.startsWith(PATH)) {
        rules.add(JsonPathRule.parse(expression.substring(PATH.length())));
      } else {
        throw invalid("must begin with " + CONDITION + " or " + PATH);
      }
    }
    if (rules.isEmpty()) {
      throw invalid("must name at least one condition");
    }
    return new WaitFor(rules);
  }

  @Override
  public Verdict judge(JsonNode object, Collection<JsonNode> related) {
    var isStale = object.path("status").has("observedGeneration") && Conditions.isBehind(object);
    if (isStale) {
      return Verdict.waiting("waiting until the change is seen");
    }
    return rules.stream()
        .map(rule -> rule.judge(object, related))
        .filter(verdict -> !(verdict instanceof Verdict.Ready))
        .findFirst()
        .orElseGet(Verdict::ready);
  }

  static EngineException invalid(String rule) {
    return new EngineException(FailureClass.INVALID, "the annotation pulumi.com/waitFor " + rule);
  }

  private static ReadyRule condition(String expression) {
    var equals = expression.indexOf('=');
    var type = equals < 0 ? expression : expression.substring(0, equals);
    var status = equals < 0 ? "True" : expression.substring(equals + 1);
    return (object, related) -> {
      var found = Conditions.find(object, type);
      return Verdict.readyWhen(
          status.equals(found.path("status").asText()),
          "waiting for the condition " + type + "=" + status);
    };
  }

  private static List<String> expressions(String annotation) {
    if (!annotation.stripLeading().startsWith("[")) {
      return List.of(annotation);
    }
    try {
      var list = new ArrayList<String>();
      MAPPER.readTree(annotation).forEach(element -> list.add(element.asText()));
      return list;
    } catch (JsonProcessingException notJson) {
      throw invalid("must be a JSON list of texts or one text");
    }
  }
}
