package dev.helium.backends.hash;

import static dev.helium.backends.hash.HashObjects.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.Footprint;
import dev.helium.backends.product.ObjectChecks;
import dev.helium.backends.product.Samples;
import dev.helium.backends.product.Setting;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HashBackendTest {
  private static final String OWN_SERVERS =
      """
      pg: {host: db.example.com, port: 6432, password: super/secret}
      graph: {pg: {password: of-the-graph}}
      kratos: {pg: {password: of-the-identities}}
      redis: {host: cache.example.com, port: 6379}
      """;
  private static final String SEARCH =
      "opensearch: {host: search.example.com, username: finder, password: found-by-me}";
  private static final String EXISTING =
      """
      pg: {existingSecret: databases}
      kratos: {existingSecret: identities}
      api: {existingSecret: users}
      opensearch: {host: search.example.com, username: finder, existingSecret: finders}
      """;

  private final HashBackend backend = new HashBackend();

  static Stream<String> everyKindOfValues() {
    return Stream.of(
        "",
        "profile: small",
        OWN_SERVERS,
        SEARCH,
        EXISTING,
        "dev: {k8sdash: {enable: true}}",
        "pg: {persistence: {enabled: true}}\nredis: {persistence: {enabled: true}}",
        "ingress: {enabled: false}",
        "ingress: {tlsSecret: mine}",
        "kratos: {registrationHook: false}",
        "images: {pullSecrets: [mine]}");
  }

  @ParameterizedTest
  @MethodSource("everyKindOfValues")
  void whatIsNamedIsThereAndNoSecretShows(String values) {
    // given
    Setting setting = Samples.setting(backend, values);
    // when
    HashObjects objects = new HashObjects(backend.objects(setting));
    // then
    ObjectChecks.everyReferenceResolves(
        objects.all(),
        Set.of("Secret/databases", "Secret/identities", "Secret/users", "Secret/finders"));
    ObjectChecks.noSecretLeaks(objects.all(), setting.secrets());
    ObjectChecks.restricted(objects.all(), Set.of());
    assertThat(new HashObjects(backend.objects(setting))).isEqualTo(objects);
  }

  @Test
  void theSixOfTheChartAreMade() {
    assertThat(HashObjects.of("").workloads())
        .containsExactlyInAnyOrderElementsOf(
            backend.manifest().ready().stream().map(name -> "Deployment/" + name).toList());
  }

  @Test
  void onlyTheSmallProfileAsksForSomething() {
    assertThat(backend.footprint(new BackendInput(Map.of(), ""))).isEqualTo(new Footprint(0, 0));
    assertThat(backend.footprint(new BackendInput(Map.of(), "profile: small")))
        .isEqualTo(new Footprint(210, 800L << 20));
  }

  @Test
  void twoWorkspacesClaimDifferentHosts() {
    // given
    BackendInput nothing = new BackendInput(Map.of(), "");
    // when
    HashObjects one = new HashObjects(backend.objects(Samples.setting(backend, "one", nothing)));
    HashObjects other =
        new HashObjects(backend.objects(Samples.setting(backend, "other", nothing)));
    // then
    assertThat(one.hosts())
        .containsExactlyInAnyOrder(
            "one.hash.localhost", "kratos.one.hash.localhost", "api.one.hash.localhost");
    assertThat(other.hosts()).doesNotContainAnyElementsOf(one.hosts());
  }

  @Test
  void allAddressesFollowTheDomain() {
    // when
    HashObjects objects =
        HashObjects.of("root: {domain: graph.example.com}\ningress: {tlsSecret: mine}");
    // then
    assertThat(objects.settings("hash-frontend"))
        .containsEntry("FRONTEND_URL", "https://graph.example.com")
        .containsEntry("API_ORIGIN", "https://api.graph.example.com")
        .containsEntry("ORY_KRATOS_PUBLIC_URL", "http://hash-kratos:4433");
    assertThat(objects.settings("hash-kratos"))
        .containsEntry("COOKIES_DOMAIN", "graph.example.com")
        .containsEntry("SELFSERVICE_ALLOWED_RETURN_URLS", "https://graph.example.com")
        .containsEntry("SERVE_PUBLIC_BASE_URL", "https://kratos.graph.example.com");
    assertThat(variable(objects.container("hash-graph"), "HASH_GRAPH_ALLOWED_URL_DOMAIN_PATTERN"))
        .startsWith("https://graph\\.example\\.com/@(?P<shortname>");
  }

  @Test
  void databaseAndCacheOfOnesOwnAreWhatAllPodsAreTold() {
    // when
    HashObjects objects = HashObjects.of(OWN_SERVERS);
    // then
    assertThat(objects.workloads())
        .doesNotContain("Deployment/hash-db", "Deployment/hash-redis")
        .hasSize(4);
    assertThat(objects.settings("hash-api"))
        .containsEntry("HASH_REDIS_HOST", "cache.example.com")
        .containsEntry("HASH_REDIS_PORT", "6379");
    Container wait = objects.before("hash-graph", "init-postgres-dependency");
    assertThat(variable(wait, "PGHOST")).isEqualTo("db.example.com");
    assertThat(variable(wait, "PGPORT")).isEqualTo("6432");
    assertThat(objects.secret("hash-db-credentials"))
        .containsEntry(
            "HASH_GRAPH_PG_MIGRATION_URL",
            "postgres://postgres:super%2Fsecret@db.example.com:6432/graph")
        .containsEntry(
            "HASH_KRATOS_PG_DSN", "postgres://kratos:of-the-identities@db.example.com:6432/kratos");
  }

  @Test
  void migrationsRunAsTheSuperuserBeforeTheirServers() {
    // when
    HashObjects objects = HashObjects.of("");
    // then
    assertThat(objects.pod("hash-graph").getInitContainers())
        .extracting(Container::getName)
        .containsExactly("init-postgres-dependency", "init-graph-migrate");
    assertThat(
            variable(
                objects.before("hash-graph", "init-graph-migrate"), "HASH_GRAPH_PG_MIGRATION_URL"))
        .isEqualTo("hash-db-credentials.HASH_GRAPH_PG_MIGRATION_URL");
    assertThat(variable(objects.before("hash-kratos", "init-kratos-migrate"), "DSN"))
        .isEqualTo("hash-db-credentials.HASH_KRATOS_PG_MIGRATION_DSN");
    assertThat(variable(objects.container("hash-kratos"), "DSN"))
        .isEqualTo("hash-db-credentials.HASH_KRATOS_PG_DSN");
  }

  @Test
  void theApiWaitsForWhatAnswersAndNotForNames() {
    // when
    HashObjects objects = HashObjects.of("graph: {port: 4001}");
    // then
    assertThat(variable(objects.before("hash-api", "init-graph-dependency"), "URL"))
        .isEqualTo("http://hash-graph:4001/api-doc/openapi.json");
    assertThat(variable(objects.before("hash-api", "init-kratos-dependency"), "URL"))
        .isEqualTo("http://hash-kratos:4433/health/ready");
    assertThat(variable(objects.before("hash-frontend", "init-api-dependency"), "URL"))
        .isEqualTo("http://hash-api:5001/health-check");
  }

  @Test
  void aSearchEngineOfOnesOwnBringsTheLoader() {
    // when
    HashObjects objects = HashObjects.of(SEARCH);
    Container loader = objects.container("hash-search-loader");
    // then
    assertThat(objects.settings("hash-api"))
        .containsEntry("HASH_OPENSEARCH_ENABLED", "true")
        .containsEntry("HASH_OPENSEARCH_HOST", "search.example.com");
    assertThat(variable(loader, "HASH_REDIS_HOST")).isEqualTo("hash-redis");
    assertThat(variable(loader, "HASH_OPENSEARCH_PASSWORD"))
        .isEqualTo("hash-search-loader-credentials.HASH_OPENSEARCH_PASSWORD");
    assertThat(HashObjects.of("").settings("hash-api"))
        .containsEntry("HASH_OPENSEARCH_ENABLED", "false");
  }

  @Test
  void theDashboardSeesItsNamespaceAndNothingOfTheCluster() {
    // when
    HashObjects objects = HashObjects.of("dev: {k8sdash: {enable: true}}");
    // then
    assertThat(objects.all())
        .noneMatch(ClusterRole.class::isInstance)
        .noneMatch(ClusterRoleBinding.class::isInstance);
    assertThat(objects.the(Role.class, "hash-kubernetes-dashboard").getRules())
        .allMatch(
            rule -> rule.getVerbs().stream().noneMatch(Set.of("create", "delete", "*")::contains))
        .filteredOn(rule -> rule.getResources().contains("secrets"))
        .allMatch(rule -> !rule.getResourceNames().isEmpty());
    assertThat(objects.hosts()).contains("k8s.sample.hash.localhost");
  }

  @Test
  void dataIsKeptWhenAskedFor() {
    // when
    HashObjects objects =
        HashObjects.of("pg: {persistence: {enabled: true, size: 8Gi, storageClass: fast}}");
    // then
    PersistentVolumeClaim claim = objects.the(PersistentVolumeClaim.class, "hash-db-data");
    assertThat(claim.getSpec().getResources().getRequests().get("storage")).hasToString("8Gi");
    assertThat(claim.getSpec().getStorageClassName()).isEqualTo("fast");
    assertThat(objects.the(Deployment.class, "hash-db").getSpec().getStrategy().getType())
        .isEqualTo("Recreate");
    assertThat(HashObjects.of("").names()).noneMatch(name -> name.startsWith("Persistent"));
  }

  /** In the shape of the file that comes with the chart. */
  @Test
  void theChartsOwnValuesAreTaken() {
    // when
    HashObjects objects =
        HashObjects.of(
            """
            dev: {domain: hash.localhost, k8sdash: {enable: true, subdomain: k8s}}
            root: {domain: hash.localhost}
            pg: {image: mine/hash-postgres:local, host: hash-db, database: postgres, port: 5432,
                 user: postgres, password: postgres}
            redis: {host: hash-redis, port: 3333, searchQueueName: search, collabQueueName: collab}
            systemAccount: {name: HASH, shortname: hash}
            searchloader: {image: mine/hash-searchloader-prod:local}
            realtime: {image: mine/hash-realtime-prod:local, pg: {user: realtime, password: password}}
            api: {domain: api.hash.localhost, image: mine/hash-api-prod:local, internal: {port: 5001},
                  AWS_REGION: us-east-1, AWS_S3_UPLOADS_BUCKET: some-bucket, NODE_ENV: production}
            graph: {image: mine/hash-graph-prod:local, port: 4000, pg: {user: graph, password: password}}
            kratos: {domain: kratos.hash.localhost, publicPort: 4433, apiSecret: secret}
            frontend: {domain: hash.localhost, port: 3000}
            kubernetes-dashboard: {protocolHttp: true, extraArgs: [--enable-skip-login]}
            """);
    // then
    ObjectChecks.everyReferenceResolves(objects.all());
    assertThat(objects.container("hash-api").getImage()).isEqualTo("mine/hash-api-prod:local");
    assertThat(objects.settings("hash-api")).containsEntry("AWS_S3_UPLOADS_BUCKET", "some-bucket");
    assertThat(objects.hosts())
        .containsExactlyInAnyOrder(
            "hash.localhost", "kratos.hash.localhost", "api.hash.localhost", "k8s.hash.localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images: {tag: '2.0'}",
        "root: {domain: other.example.com}",
        "pg: {resources: {requests: {cpu: 1}}}",
        "api: {LOG_LEVEL: info}"
      })
  void anUpdateChangesNoName(String values) {
    assertThat(HashObjects.of(values).names()).isEqualTo(HashObjects.of("").names());
  }

  @ParameterizedTest
  @CsvSource({
    "hash-frontend, console, hash-api-credentials",
    "hash-api, api, hash-api-credentials",
    "hash-kratos, identity, "
  })
  void eachWayInHasItsNameAndWhatOpensIt(String name, String way, String secret) {
    assertThat(HashObjects.of("").the(Ingress.class, name).getMetadata().getAnnotations())
        .containsEntry("helium.dev/link-name", way)
        .containsEntry("nginx.ingress.kubernetes.io/proxy-read-timeout", "3600")
        .satisfies(
            annotations -> assertThat(annotations.get("helium.dev/credentials")).isEqualTo(secret));
  }

  @Test
  void linksSayWhereItIsAndWhatOpensIt() {
    assertThat(backend.links(Samples.setting(backend, "dev: {k8sdash: {enable: true}}")))
        .containsEntry("ConsoleURL", "http://sample.hash.localhost")
        .containsEntry("ApiURL", "http://api.sample.hash.localhost")
        .containsEntry("UsersSecret", "hash-api-credentials")
        .containsOnlyKeys(
            backend.manifest().outputs().keySet().stream()
                .filter(name -> !name.equals("K8sNamespace"))
                .toList());
  }
}
