package dev.helium.backends.hash;

import static dev.helium.backends.product.KubernetesObjects.port;
import static dev.helium.backends.product.KubernetesObjects.service;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Probes.Timing;
import dev.helium.backends.product.Resources;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** The graph's store of entities and types: its migrations, then its server. */
final class Graph {
  static final String HEALTH = "/api-doc/openapi.json";

  private static final String PATH = "graph";
  private static final int LISTENING = 4000;

  /** Nobody in the server's image, and the user {@code node} in that of the migrations. */
  private static final int USER = 1000;

  /** Types lie below their owners' names at the root domain; anything else is not this graph's. */
  private static final String OWN_TYPES =
      "/@(?P<shortname>[\\w-]+)/types/"
          + "(?P<kind>(?:data-type)|(?:property-type)|(?:entity-type)|(?:link-type))/[\\w-]+/";

  private Graph() {}

  static List<HasMetadata> objects(Plan plan) {
    Component component = component(plan);
    return List.of(
        service(
            Names.GRAPH,
            "ClusterIP",
            component,
            port(Names.HTTP, plan.values().number("graph.port"), Names.HTTP)),
        component.deployment());
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    return Parts.application(plan, Names.GRAPH, PATH, "hash-graph-prod", USER, USER)
        .before(Waiting.forDatabase(plan, PATH))
        .before(migration(plan))
        .environment("HASH_GRAPH_ALLOWED_URL_DOMAIN_PATTERN", ownTypes(plan.hosts()))
        .environment("HASH_GRAPH_LOG_FORMAT", "pretty")
        .environment("HASH_GRAPH_PG_DATABASE", values.text("graph.pg.database"))
        .environment("HASH_GRAPH_PG_HOST", values.text("pg.host"))
        .environment("HASH_GRAPH_PG_PORT", values.text("pg.port"))
        .environment("HASH_GRAPH_PG_USER", values.text("graph.pg.user"))
        .secretEnvironment(
            "HASH_GRAPH_PG_PASSWORD", plan.credentials().database(), Credentials.GRAPH_PASSWORD)
        .environment("RUST_LOG", values.text("graph.logLevel"))
        .port(Names.HTTP, LISTENING)
        // A start may take two minutes; without this the liveness probe gives it eight seconds.
        .startup(Probes.http(HEALTH, Names.HTTP, new Timing(0, 2, 1, 60)))
        .readiness(Probes.http(HEALTH, Names.HTTP, Timing.of(2, 2)))
        .liveness(Probes.http(HEALTH, Names.HTTP, Timing.of(2, 2)));
  }

  private static Container migration(Plan plan) {
    return Component.of(
            "init-graph-migrate", plan.image("graph.migrateImage", "hash-graph-migrate-prod"))
        .resources(Resources.from(plan.values().at("graph.resources")))
        // Its package manager writes there.
        .environment("HOME", "/tmp")
        .secretEnvironment(
            "HASH_GRAPH_PG_MIGRATION_URL",
            plan.credentials().database(),
            Credentials.GRAPH_MIGRATION_URL)
        .asContainer();
  }

  private static String ownTypes(Hosts hosts) {
    return hosts.scheme() + "://" + hosts.root().replace(".", "\\.") + OWN_TYPES;
  }
}
