package dev.helium.backends.sample;

import dev.helium.backends.Problem;
import dev.helium.backends.product.Component;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.KubernetesObjects;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import dev.helium.backends.product.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import java.util.List;
import java.util.Map;

/** A store, what serves it, what prepares it, and what scales it. */
public final class SampleBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return List.of(
        new GeneratedSecret.Text("password", 24),
        new GeneratedSecret.Hexadecimal("key", 16),
        new GeneratedSecret.RsaKeys("signing"));
  }

  @Override
  protected List<Problem> check(Values values) {
    return values.flag("web.silent") && !values.text("web.greeting").equals("hello")
        ? List.of(new Problem("web.greeting", "is not said by what is silent"))
        : List.of();
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Values values = setting.values();
    Component web =
        Component.of("web", image(values.at("web.image")))
            .port("http", 8080)
            .replicas(values.number("web.replicas"))
            .resources(Resources.from(values.at("web.resources")))
            .environmentOfConfigMap("settings")
            .secretEnvironment("PASSWORD", "credentials", "password");
    Component store =
        Component.of("store", "example/store:1")
            .port("store", 5432)
            .resources(Resources.requests("100m", "1Gi"))
            .mount("data", "/data")
            .claim(
                Volumes.claim(
                    "data", values.text("store.size"), values.text("store.storageClass")));
    return List.of(
        web.deployment(),
        new HorizontalPodAutoscalerBuilder()
            .withNewMetadata()
            .withName("web")
            .endMetadata()
            .withNewSpec()
            .withMinReplicas(3)
            .withMaxReplicas(5)
            .withNewScaleTargetRef("apps/v1", "Deployment", "web")
            .endSpec()
            .build(),
        store.statefulSet("store"),
        Component.of("prepare", "example/web:1")
            .environmentOfConfigMap("settings")
            .resources(Resources.requests("1", "32Mi"))
            .job(3),
        KubernetesObjects.configMap("settings", Map.of("GREETING", values.text("web.greeting"))),
        KubernetesObjects.secret(
            "credentials", Map.of("password", setting.secrets().value("password"))),
        KubernetesObjects.headless("store", store, KubernetesObjects.port("store", 5432, "store")),
        KubernetesObjects.service(
            "web", "ClusterIP", web, KubernetesObjects.port("http", 80, "http")),
        new ClusterRoleBuilder()
            .withNewMetadata()
            .withName("sample:" + setting.workspace())
            .endMetadata()
            .withRules(
                new PolicyRuleBuilder()
                    .withApiGroups("")
                    .withResources("nodes")
                    .withVerbs("get")
                    .build())
            .build());
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    return Map.of("ConsoleURL", "http://" + setting.host("web"));
  }

  private static String image(Values image) {
    return image.text("repository") + ":" + image.text("tag");
  }
}
