package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.configMap;
import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The API that the front end speaks to. */
final class Api {
  static final String HEALTH = "/health-check";

  /** How often programs on Node.js are asked, which take their time to start. */
  static final Timing PATIENT = Timing.of(20, 15);

  private static final String PATH = "api";
  private static final int LISTENING = 5001;
  private static final List<String> OPTIONAL =
      List.of("AWS_REGION", "AWS_S3_REGION", "AWS_S3_UPLOADS_BUCKET", "NODE_ENV");

  private Api() {}

  static List<HasMetadata> objects(Plan plan) {
    Component component = component(plan);
    return List.of(
        configMap(Names.config(Names.API), environment(plan)),
        Ways.named(
            service(
                Names.API,
                "ClusterIP",
                component,
                port(Names.HTTP, plan.values().number("api.internal.port"), Names.HTTP)),
            "api",
            plan.credentials().api()),
        component.deployment());
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    String secret = plan.credentials().api();
    Component component =
        Parts.application(
                plan,
                Names.API,
                PATH,
                "hash-api-prod",
                values.number("images.user"),
                values.number("images.group"))
            .before(Waiting.forCache(plan, PATH))
            .before(
                Waiting.forAnswer(
                    plan, "init-graph-dependency", PATH, plan.graphUrl() + Graph.HEALTH))
            .before(
                Waiting.forAnswer(
                    plan, "init-kratos-dependency", PATH, plan.kratosPublicUrl() + Kratos.READY))
            .environmentOfConfigMap(Names.config(Names.API))
            .secretEnvironment("SYSTEM_USER_PASSWORD", secret, Credentials.SYSTEM_USER_PASSWORD)
            .secretEnvironment("HASH_SEED_USERS", secret, Credentials.SEED_USERS)
            .secretEnvironment("SESSION_SECRET", secret, Credentials.SESSION_SECRET)
            .secretEnvironment(
                "KRATOS_API_KEY", plan.credentials().kratos(), Credentials.KRATOS_API_KEY)
            .port(Names.HTTP, LISTENING)
            .readiness(Probes.http(HEALTH, Names.HTTP, PATIENT))
            .liveness(Probes.http(HEALTH, Names.HTTP, PATIENT));
    return Search.opened(component, plan);
  }

  private static Map<String, String> environment(Plan plan) {
    Values values = plan.values();
    Map<String, String> environment = new LinkedHashMap<>(shared(plan));
    environment.put("SYSTEM_USER_EMAIL_ADDRESS", values.text("api.SYSTEM_USER_EMAIL_ADDRESS"));
    environment.put("HASH_GRAPH_API_HOST", Names.GRAPH);
    environment.put("HASH_GRAPH_API_PORT", values.text("graph.port"));
    environment.put("LOG_LEVEL", values.text("api.LOG_LEVEL"));
    environment.put("HASH_REDIS_HOST", values.text("redis.host"));
    environment.put("HASH_REDIS_PORT", values.text("redis.port"));
    environment.putAll(Search.environment(values));
    environment.put("HASH_TASK_EXECUTOR_HOST", values.text("api.HASH_TASK_EXECUTOR_HOST"));
    environment.put("HASH_TASK_EXECUTOR_PORT", values.text("api.HASH_TASK_EXECUTOR_PORT"));
    environment.put("ORY_KRATOS_ADMIN_URL", plan.kratosPrivateUrl());
    OPTIONAL.stream()
        .filter(name -> values.has("api." + name))
        .forEach(name -> environment.put(name, values.text("api." + name)));
    return environment;
  }

  /** What the front end is told in the same words. */
  static Map<String, String> shared(Plan plan) {
    Values values = plan.values();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("FRONTEND_URL", plan.hosts().frontendUrl());
    environment.put("API_ORIGIN", plan.hosts().apiUrl());
    environment.put("SYSTEM_USER_SHORTNAME", values.text("api.SYSTEM_USER_SHORTNAME"));
    environment.put("SYSTEM_USER_PREFERRED_NAME", values.text("api.SYSTEM_USER_PREFERRED_NAME"));
    environment.put("ORY_KRATOS_PUBLIC_URL", plan.kratosPublicUrl());
    return environment;
  }
}
