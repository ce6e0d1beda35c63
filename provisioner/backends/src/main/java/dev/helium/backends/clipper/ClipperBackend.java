package dev.helium.backends.clipper;

import dev.helium.backends.Problem;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Clipper: a site for sharing clips, with its API, web pages, database and cache. */
public final class ClipperBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return ClipperSecrets.declared(values);
  }

  @Override
  protected List<Problem> check(Values values) {
    return ClipperRules.broken(values);
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Plan plan = Plan.of(setting);
    return Stream.<Function<Plan, List<HasMetadata>>>of(
            ClipperSecrets::objects,
            Postgres::objects,
            Redis::objects,
            BackendServer::objects,
            FrontendServer::objects,
            Prometheus::objects,
            Loki::objects,
            Grafana::objects)
        .flatMap(part -> part.apply(plan).stream())
        .toList();
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    Plan plan = Plan.of(setting);
    Map<String, String> links = new LinkedHashMap<>();
    if (plan.has("frontend")) {
      links.put("ConsoleURL", plan.site().url() + "/");
    }
    if (plan.has("backend")) {
      links.put("ApiURL", plan.site().url() + "/api/v1");
      links.put("MetricsPath", BackendServer.METRICS);
      links.put("ApiCommand", forward(setting, Names.BACKEND, "8080:80"));
      links.put("ApiSecret", plan.passwords().backendSecret());
    }
    if (plan.has("postgres")) {
      links.put("DatabaseCommand", forward(setting, Names.POSTGRES, "5432"));
      links.put("DatabaseSecret", plan.passwords().postgres().secret());
    }
    if (plan.has("redis")) {
      links.put("CacheCommand", forward(setting, Names.REDIS, "6379"));
    }
    if (plan.has("grafana")) {
      links.put("GrafanaURL", plan.site().grafanaUrl());
      links.put("GrafanaSecret", Grafana.secretName(plan.values()));
    }
    return links;
  }

  private static String forward(Setting setting, String service, String ports) {
    return "kubectl port-forward --namespace %s service/%s %s"
        .formatted(setting.namespace(), service, ports);
  }
}
