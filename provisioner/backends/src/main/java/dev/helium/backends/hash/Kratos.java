package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The identity server (Ory Kratos): its migrations, then the server with its courier of mails. */
final class Kratos {
  static final String ALIVE = "/health/alive";
  static final String READY = "/health/ready";

  private static final String PATH = "kratos";
  private static final String PUBLIC = "http-public";
  private static final String PRIVATE = "http-private";
  private static final int PUBLIC_LISTENING = 4433;
  private static final int PRIVATE_LISTENING = 4434;
  private static final String IMAGE = "kratos-prod";

  /** The user {@code ory} of the image. */
  private static final int ORY = 10_000;

  private Kratos() {}

  static List<HasMetadata> objects(Plan plan) {
    Values values = plan.values();
    Component component = component(plan);
    return List.of(
        configMap(Names.config(Names.KRATOS), environment(plan)),
        Ways.named(
            service(
                Names.KRATOS,
                "ClusterIP",
                component,
                port(PUBLIC, values.number("kratos.publicPort"), PUBLIC),
                port(PRIVATE, values.number("kratos.privatePort"), PRIVATE)),
            "identity"),
        component.deployment());
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    String secret = plan.credentials().kratos();
    Component component =
        Parts.application(plan, Names.KRATOS, PATH, IMAGE, ORY, ORY)
            .before(Waiting.forDatabase(plan, PATH))
            .before(migration(plan))
            .environmentOfConfigMap(Names.config(Names.KRATOS))
            .secretEnvironment("DSN", plan.credentials().database(), Credentials.KRATOS_DSN)
            .secretEnvironment("SECRETS_CIPHER", secret, Credentials.CIPHER_SECRET)
            .secretEnvironment("SECRETS_COOKIE", secret, Credentials.COOKIE_SECRET)
            .secretEnvironment("COURIER_SMTP_CONNECTION_URI", secret, Credentials.SMTP_URI)
            .port(PUBLIC, PUBLIC_LISTENING)
            .port(PRIVATE, PRIVATE_LISTENING)
            .readiness(Probes.http(READY, PUBLIC, Timing.USUAL))
            .liveness(Probes.http(ALIVE, PUBLIC, Timing.USUAL));
    return values.flag("kratos.registrationHook") ? hooked(component, secret) : component;
  }

  /** Of two configurations the later one counts; the first one is named by the image. */
  private static Component hooked(Component component, String secret) {
    return component
        .arguments("serve", "--watch-courier", "--config", "/etc/hash/" + Credentials.HOOK_FILE)
        .volume(Volumes.secret("hook", secret))
        .mount("hook", "/etc/hash/" + Credentials.HOOK_FILE, Credentials.HOOK_FILE, true);
  }

  private static Container migration(Plan plan) {
    return Component.of("init-kratos-migrate", plan.image("kratos.migrateImage", IMAGE))
        .arguments("migrate", "sql", "-e", "--yes")
        .resources(Resources.from(plan.values().at("kratos.resources")))
        .secretEnvironment("DSN", plan.credentials().database(), Credentials.KRATOS_MIGRATION_DSN)
        .asContainer();
  }

  private static Map<String, String> environment(Plan plan) {
    Hosts hosts = plan.hosts();
    String frontend = hosts.frontendUrl();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("COOKIES_DOMAIN", hosts.root());
    environment.put("COOKIES_PATH", "/");
    environment.put("LOG_LEVEL", plan.values().text("kratos.logLevel"));
    environment.put("SELFSERVICE_ALLOWED_RETURN_URLS", frontend);
    environment.put("SELFSERVICE_DEFAULT_BROWSER_RETURN_URL", frontend);
    environment.put("SELFSERVICE_FLOWS_ERROR_UI_URL", frontend + "/error");
    environment.put("SELFSERVICE_FLOWS_LOGIN_UI_URL", frontend + "/login");
    environment.put("SELFSERVICE_FLOWS_LOGOUT_AFTER_DEFAULT_BROWSER_RETURN_URL", frontend + "/");
    environment.put("SELFSERVICE_FLOWS_REGISTRATION_UI_URL", frontend + "/signup");
    environment.put("SERVE_PUBLIC_BASE_URL", hosts.kratosUrl());
    environment.put("SERVE_PUBLIC_CORS_ALLOWED_HEADERS", plan.values().text("kratos.corsHeaders"));
    environment.put("SERVE_PUBLIC_CORS_ALLOWED_ORIGINS", frontend);
    return environment;
  }
}
