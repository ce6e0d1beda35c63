package dev.helium.backends.posthog;

import static dev.helium.backends.product.KubernetesObjects.secret;

import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The secrets that the app reads: its own, and those of stores that are elsewhere. */
final class AppSecret {
  static final String KEY = "posthog-secret";
  static final String MAIL = "smtp-password";

  private AppSecret() {}

  static List<HasMetadata> objects(Setting setting, Access access) {
    List<HasMetadata> objects = new ArrayList<>();
    objects.add(secret(Names.POSTHOG, content(setting, access)));
    Map<String, String> given = new LinkedHashMap<>();
    GivenVariables.all(setting.values()).forEach(each -> given.putAll(each.content()));
    if (!given.isEmpty()) {
      objects.add(secret(GivenVariables.SECRET, given));
    }
    return objects;
  }

  private static Map<String, String> content(Setting setting, Access access) {
    Values values = setting.values();
    Map<String, String> content = new LinkedHashMap<>();
    content.put(KEY, setting.secrets().value(KEY));
    content.putAll(access.postgres().direct().content());
    content.putAll(access.postgres().pooled().content());
    content.putAll(access.redis().url().content());
    content.putAll(access.postgres().password().contentOf(Names.POSTHOG));
    content.putAll(access.redis().password().contentOf(Names.POSTHOG));
    content.putAll(access.clickHouse().password().contentOf(Names.POSTHOG));
    if (!values.has("email.existingSecret")) {
      content.put(MAIL, values.has("email.password") ? values.text("email.password") : "");
    }
    if (values.has("uniqueName")) {
      content.put("unique-name", values.text("uniqueName"));
    }
    return content;
  }
}
