package dev.helium.backends.hash;

import dev.helium.backends.product.Component;
import dev.helium.backends.product.Probes;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/** Carries changes of the graph from the cache's queue to the search engine, where there is one. */
final class SearchLoader {
  private static final String PATH = "searchloader";
  private static final int PORT = 3838;
  private static final String HEALTH = "/healthcheck";

  private SearchLoader() {}

  static List<HasMetadata> objects(Plan plan) {
    return Search.given(plan.values()) ? List.of(component(plan).deployment()) : List.of();
  }

  private static Component component(Plan plan) {
    Values values = plan.values();
    Component component =
        Parts.application(
                plan,
                Names.SEARCH_LOADER,
                PATH,
                "hash-searchloader-prod",
                values.number("images.user"),
                values.number("images.group"))
            .before(Waiting.forDatabase(plan, PATH))
            .before(Waiting.forCache(plan, PATH))
            .environment(Search.environment(values))
            .environment("HASH_SEARCH_LOADER_PORT", Integer.toString(PORT))
            .environment("HASH_SEARCH_QUEUE_NAME", values.text("redis.searchQueueName"))
            .environment("HASH_REDIS_HOST", values.text("redis.host"))
            .environment("HASH_REDIS_PORT", values.text("redis.port"))
            .environment("HASH_PG_HOST", values.text("pg.host"))
            .environment("HASH_PG_PORT", values.text("pg.port"))
            .environment("HASH_PG_USER", values.text("graph.pg.user"))
            .environment("HASH_PG_DATABASE", values.text("graph.pg.database"))
            .secretEnvironment(
                "HASH_PG_PASSWORD", plan.credentials().database(), Credentials.GRAPH_PASSWORD)
            .environment("LOG_LEVEL", values.text("api.LOG_LEVEL"))
            .port(Names.HTTP, PORT)
            .readiness(Probes.http(HEALTH, Names.HTTP, Api.PATIENT))
            .liveness(Probes.http(HEALTH, Names.HTTP, Api.PATIENT));
    return Search.opened(component, plan);
  }
}
