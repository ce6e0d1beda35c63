package dev.helium.backends.posthog;

import dev.helium.backends.product.Component;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Environment variables, each name once: what is said later counts. Collects. */
final class Variables {
  private final Map<String, EnvVar> byName = new LinkedHashMap<>();

  Variables plain(String name, String value) {
    byName.put(name, new EnvVarBuilder().withName(name).withValue(value).build());
    return this;
  }

  Variables plain(String name, boolean value) {
    return plain(name, String.valueOf(value));
  }

  Variables secret(String name, String secret, String key) {
    byName.put(
        name,
        new EnvVarBuilder()
            .withName(name)
            .withNewValueFrom()
            .withNewSecretKeyRef(key, secret, null)
            .endValueFrom()
            .build());
    return this;
  }

  /** Nothing when there is no password. */
  Variables password(String name, Credential credential) {
    return switch (credential) {
      case Credential.Kept kept -> secret(name, kept.secret(), kept.key());
      case Credential.Referenced there -> secret(name, there.secret(), there.key());
      case Credential.None() -> this;
    };
  }

  Variables field(String name, String path) {
    byName.put(
        name,
        new EnvVarBuilder()
            .withName(name)
            .withNewValueFrom()
            .withNewFieldRef(null, path)
            .endValueFrom()
            .build());
    return this;
  }

  Component addTo(Component component) {
    byName.values().forEach(variable -> component.environment(variable));
    return component;
  }
}
