package dev.helium.backends.pachyderm;

import dev.helium.backends.product.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the hub is told, but for its secrets: by the names of its own classes and settings. */
record HubSettings(Plan plan) {
  private static final String CULLER = "jupyterhub-idle-culler";

  String json() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("JupyterHub", hub());
    settings.put(
        "ConfigurableHTTPProxy",
        Documents.tree(
            "api_url",
            "http://" + NotebookProxy.API_SERVICE + ":" + NotebookProxy.API_PORT,
            "should_start",
            false));
    settings.put("Spawner", Map.of("default_url", "/lab", "cmd", List.of("jupyterhub-singleuser")));
    settings.put("KubeSpawner", new SpawnerSettings(plan).settings());
    settings.put("Authenticator", Map.of("auto_login", plan.choices().auth0()));
    if (plan.choices().auth0()) {
      settings.put("Auth0OAuthenticator", auth0());
    }
    return Documents.of(settings);
  }

  private Map<String, Object> hub() {
    Map<String, Object> hub =
        Documents.tree(
            "spawner_class",
            "kubespawner.KubeSpawner",
            "authenticator_class",
            plan.choices().auth0() ? "auth0" : "dummy",
            "admin_access",
            true,
            "hub_bind_url",
            "http://:" + Hub.PORT,
            "hub_connect_url",
            "http://" + Hub.NAME + ":" + Hub.PORT,
            "db_url",
            "sqlite:////srv/jupyterhub/jupyterhub.sqlite",
            // Notebooks go on while the hub starts again.
            "cleanup_servers",
            false,
            "last_activity_interval",
            60,
            "concurrent_spawn_limit",
            64,
            "tornado_settings",
            Map.of("slow_spawn_timeout", 0));
    if (plan.values().flag("notebooks.cull.enabled")) {
      hub.put("services", List.of(Map.of("name", CULLER, "command", culler())));
      hub.put("load_roles", List.of(rightsOfCuller()));
    }
    return hub;
  }

  private List<String> culler() {
    Values cull = plan.values().at("notebooks.cull");
    List<String> words = new ArrayList<>(List.of("python3", "-m", "jupyterhub_idle_culler"));
    words.add("--url=http://localhost:" + Hub.PORT + "/hub/api");
    words.add("--timeout=" + cull.text("timeout"));
    words.add("--cull-every=" + cull.text("every"));
    words.add("--concurrency=" + cull.text("concurrency"));
    return words;
  }

  private static Map<String, Object> rightsOfCuller() {
    return Documents.tree(
        "name",
        CULLER,
        "scopes",
        List.of("list:users", "read:users:activity", "read:servers", "delete:servers"),
        "services",
        List.of(CULLER));
  }

  private Map<String, Object> auth0() {
    return Documents.tree(
        "auth0_subdomain",
        plan.values().text("auth0.subdomain"),
        "oauth_callback_url",
        plan.addresses().notebooksUrl() + "/hub/oauth_callback",
        "scope",
        List.of("openid", "email"));
  }
}
