package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Templates;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of one component: what is plain stands in its config map, with what the values lay
 * over it; what is not is named, never held.
 */
final class Environment {
  private final Values all;
  private final String configMap;
  private final Variables variables;
  private final Map<String, String> plain;

  private Environment(
      Values all, String configMap, Variables variables, Map<String, String> plain) {
    this.all = all;
    this.configMap = configMap;
    this.variables = variables;
    this.plain = plain;
  }

  static Environment of(Plan plan, Part part) {
    Variables variables = variables(plan.values(), part);
    Map<String, String> facts = plan.facts();
    Map<String, String> plain = new LinkedHashMap<>();
    variables.plain().forEach((name, text) -> plain.put(name, Templates.fill(text, facts)));
    plain.putAll(part.in(plan.values()).texts("environment"));
    return new Environment(
        plan.values(), part.objectName(), variables, Collections.unmodifiableMap(plain));
  }

  /** Without what the values lay over them. */
  static Variables variables(Values all, Part part) {
    Variables own = Variables.of(part.shortName());
    return part == Part.AUTH ? own.and(Mail.variables(all)) : own;
  }

  /** The config map that a component has for them, beside more entries; none for nothing. */
  Optional<ConfigMap> configMap(Map<String, String> more) {
    Map<String, String> data = new LinkedHashMap<>(plain);
    data.putAll(more);
    return data.isEmpty()
        ? Optional.empty()
        : Optional.of(KubernetesObjects.configMap(configMap, data));
  }

  /** Gives a component all of them; Kubernetes computes from those before. */
  void into(Component component) {
    plain.keySet().forEach(name -> component.environment(one(name)));
    variables.secret().keySet().forEach(name -> component.environment(one(name)));
    variables.computed().keySet().forEach(name -> component.environment(one(name)));
  }

  /** Gives a component some of them. */
  void into(Component component, String... names) {
    for (String name : names) {
      component.environment(one(name));
    }
  }

  private EnvVar one(String name) {
    EnvVarBuilder variable = new EnvVarBuilder().withName(name);
    if (plain.containsKey(name)) {
      return variable
          .withNewValueFrom()
          .withNewConfigMapKeyRef(name, configMap, null)
          .endValueFrom()
          .build();
    }
    Credential credential = variables.secret().get(name);
    if (credential == null) {
      return variable.withValue(variables.computed().get(name)).build();
    }
    return variable
        .withNewValueFrom()
        .withNewSecretKeyRef(credential.key(all), credential.secret(all), null)
        .endValueFrom()
        .build();
  }
}
