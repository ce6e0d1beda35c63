package dev.helium.backends.hash;

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

/** HASH: a graph of typed entities with its API, its identity server and its web front end. */
public final class HashBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return Credentials.declared();
  }

  @Override
  protected List<Problem> check(Values values) {
    return HashRules.broken(values);
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Plan plan = Plan.of(setting);
    return Stream.<Function<Plan, List<HasMetadata>>>of(
            each -> each.credentials().objects(),
            Database::objects,
            Cache::objects,
            Graph::objects,
            Kratos::objects,
            Api::objects,
            Frontend::objects,
            SearchLoader::objects,
            Dashboard::objects,
            Entry::objects)
        .flatMap(part -> part.apply(plan).stream())
        .toList();
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    Plan plan = Plan.of(setting);
    Map<String, String> links = new LinkedHashMap<>();
    if (Entry.wanted(plan.values())) {
      links.put("ConsoleURL", plan.hosts().frontendUrl());
      links.put("ApiURL", plan.hosts().apiUrl());
      links.put("KratosURL", plan.hosts().kratosUrl());
      if (Dashboard.wanted(plan.values())) {
        links.put("DashboardURL", Dashboard.link(plan));
      }
    }
    if (plan.ownDatabase()) {
      links.put(
          "DatabaseCommand",
          "kubectl port-forward --namespace %s service/%s 5432:%s"
              .formatted(plan.namespace(), Names.DATABASE, plan.values().text("pg.port")));
    }
    links.put("UsersSecret", plan.credentials().api());
    return links;
  }
}
