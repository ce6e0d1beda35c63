package dev.helium.backends.helicone;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Security;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategyBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One part being put together: what all have in common is there from the beginning, what is its own
 * is added to its component.
 */
final class Assembly {
  private final Plan plan;
  private final Part part;
  private final Environment environment;
  private final Component component;
  private final Map<String, String> files = new LinkedHashMap<>();

  private Assembly(Plan plan, Part part) {
    Values values = part.in(plan.values());
    this.plan = plan;
    this.part = part;
    this.environment = Environment.of(plan, part);
    this.component =
        Component.of(part.objectName(), Images.name(values.at("image")))
            .pullPolicy(values.text("image.pullPolicy"))
            .pullSecrets(values.words("imagePullSecrets"))
            .port(Services.portName(part), part.port())
            .resources(Resources.from(values.at("resources")))
            .replicas(Scaling.isAutomatic(values) ? null : values.number("replicaCount"))
            .annotations(values.texts("podAnnotations"))
            .security(podSecurity(values), Security.restrictedContainer());
    environment.into(component);
    Checks.into(component, part);
    Nodes.into(component, values);
  }

  static Assembly of(Plan plan, Part part) {
    return new Assembly(plan, part);
  }

  Component component() {
    return component;
  }

  Environment environment() {
    return environment;
  }

  /** One more entry of its config map. */
  Assembly file(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** An old pod ends before a new one begins: two must not write to one volume. */
  Assembly oneAtATime() {
    component.strategy(new DeploymentStrategyBuilder().withType("Recreate").build());
    return this;
  }

  /** All objects of the part, with those that only it has. */
  List<HasMetadata> objects(HasMetadata... own) {
    List<HasMetadata> objects = new ArrayList<>(List.of(own));
    environment.configMap(files).ifPresent(objects::add);
    objects.add(Services.of(plan, part, component));
    objects.add(component.deployment());
    Scaling.of(part, part.in(plan.values())).ifPresent(objects::add);
    if (part.hasIngress(plan.values())) {
      objects.add(Ingresses.of(plan, part));
    }
    return objects;
  }

  /** Some images know no other user than root, who then has no capabilities. */
  private static PodSecurityContext podSecurity(Values values) {
    boolean root =
        !values.has("podSecurityContext.runAsUser")
            || values.number("podSecurityContext.runAsUser") == 0;
    return new PodSecurityContextBuilder(root ? Security.baselinePod() : Security.restrictedPod())
        .withRunAsUser(number(values, "podSecurityContext.runAsUser"))
        .withRunAsGroup(number(values, "podSecurityContext.runAsGroup"))
        .withFsGroup(number(values, "podSecurityContext.fsGroup"))
        .build();
  }

  private static Long number(Values values, String path) {
    return values.has(path) ? Long.valueOf(values.number(path)) : null;
  }
}
