package dev.helium.backends.posthog;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;

/** How Redis is reached, here or elsewhere. */
record RedisAccess(String host, String port, Credential password) {
  static final String GENERATED = "redis-password";
  private static final String KEY = "redis-password";

  static RedisAccess of(Setting setting) {
    Values values = setting.values().at("redis");
    return values.flag("enabled")
        ? new RedisAccess(Names.REDIS_MASTER, "6379", here(setting, values))
        : new RedisAccess(values.text("host"), values.text("port"), elsewhere(values));
  }

  private static Credential here(Setting setting, Values values) {
    if (!values.flag("auth.enabled")) {
      return new Credential.None();
    }
    return Credential.referenced(values, "auth.existingSecret", "existingSecretKey")
        .or(() -> Credential.given(values, "auth.password", Names.REDIS, KEY))
        .or(() -> Credential.given(values, "password", Names.REDIS, KEY))
        .orElseGet(() -> Credential.generated(setting.secrets(), GENERATED, Names.REDIS, KEY));
  }

  private static Credential elsewhere(Values values) {
    return Credential.referenced(values, "auth.existingSecret", "existingSecretKey")
        .or(() -> Credential.given(values, "password", Names.POSTHOG, KEY))
        .or(() -> Credential.given(values, "auth.password", Names.POSTHOG, KEY))
        .orElseGet(Credential.None::new);
  }

  String address() {
    return host + ":" + port;
  }

  SecretUrl url() {
    return new SecretUrl("redis-url", "redis", "", address(), password);
  }
}
