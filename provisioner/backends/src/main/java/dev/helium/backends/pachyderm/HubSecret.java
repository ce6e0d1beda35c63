package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.Secrets;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of the hub, and what opens it for people. */
final class HubSecret {
  static final String NAME = "hub";
  static final String PROXY_TOKEN = "proxy-auth-token";

  private static final String COOKIES = "cookie-secret";
  private static final String STATE = "crypt-key";
  private static final String PASSWORD = "password";

  private HubSecret() {}

  static Secret object(Plan plan) {
    Secrets secrets = plan.setting().secrets();
    Map<String, String> content = new LinkedHashMap<>();
    content.put(PROXY_TOKEN, secrets.value(Keys.NOTEBOOK_PROXY));
    content.put(COOKIES, secrets.value(Keys.NOTEBOOK_COOKIES));
    content.put(STATE, secrets.value(Keys.NOTEBOOK_STATE));
    if (!plan.choices().auth0()) {
      content.put(PASSWORD, secrets.value(Keys.NOTEBOOKS_LOGIN));
    } else if (!new Identities(plan).reference()) {
      content.putAll(new Identities(plan).auth0Client());
    }
    return KubernetesObjects.secret(NAME, content);
  }

  static void describe(Plan plan, Component hub) {
    hub.secretEnvironment("CONFIGPROXY_AUTH_TOKEN", NAME, PROXY_TOKEN)
        .secretEnvironment("JPY_COOKIE_SECRET", NAME, COOKIES)
        .secretEnvironment("JUPYTERHUB_CRYPT_KEY", NAME, STATE);
    if (plan.choices().auth0()) {
      String client = plan.named("auth0.existingSecret", NAME);
      hub.secretEnvironment("AUTH0_CLIENT_ID", client, Identities.AUTH0_CLIENT)
          .secretEnvironment("AUTH0_CLIENT_SECRET", client, Identities.AUTH0_SECRET);
    } else {
      hub.secretEnvironment("NOTEBOOKS_PASSWORD", NAME, PASSWORD);
    }
  }

  /** What a person needs for the notebooks; empty where that is theirs already. */
  static String credentials(Plan plan) {
    return plan.choices().auth0() ? "" : NAME;
  }
}
