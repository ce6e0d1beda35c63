package dev.helium.backends.gcp_cluster_only;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import dev.helium.backends.Problem;
import dev.helium.backends.Validated;
import dev.helium.backends.cloud.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GcpClusterBackendTest {
  private static final String KEY =
      """
      project: my-project
      credentials: '{"type": "service_account", "client_email": "me@example.com", "private_key": "hush",
        "token_uri": "https://oauth2.googleapis.com/token"}'
      """;
  private static final Map<String, Map<String, Object>> OUTPUTS =
      Map.of(
          "gcp:container/cluster:Cluster",
          Map.of(
              "endpoint",
              "192.0.2.1",
              "masterAuth",
              Map.of("clusterCaCertificate", "Y2VydGlmaWNhdGU=")),
          "gcp:serviceaccount/account:Account",
          Map.of("email", "nodes@my-project.example"),
          "gcp:serviceAccount/account:Account",
          Map.of("email", "nodes@my-project.example"),
          "gcp:dns/managedZone:ManagedZone",
          Map.of("nameServers", List.of("ns1.example.com.", "ns2.example.com.")),
          "kubernetes:core/v1:Secret",
          Map.of("data", Map.of("token", base64("lasting"))));
  private static final Map<String, Map<String, Object>> ANSWERS =
      Map.of(
          "gcp:organizations/getClientConfig:getClientConfig",
          Map.of(
              "accessToken",
              "passing",
              "id",
              "i",
              "project",
              "my-project",
              "region",
              "us-east1",
              "zone",
              ""));

  private final GcpClusterBackend backend = new GcpClusterBackend();

  @Test
  void theUsualClusterIsAsItsPictureShows() throws IOException {
    // when
    Picture.Run run = run(KEY, "");
    // then
    assertThat(run.picture()).isEqualTo(Picture.kept("gcp_cluster_only/usual.json", run.picture()));
    assertThat(run.output("kubeconfig"))
        .contains("server: \"https://192.0.2.1\"", "Y2VydGlmaWNhdGU=", "token: \"lasting\"")
        .doesNotContain("exec", "passing");
    assertThat(run.output("K8s"))
        .isEqualTo(
            "gcloud container clusters get-credentials lab --region us-east1 --project"
                + " my-project");
    assertThat(run.output("GCSBucket")).isEqualTo("lab");
    assertThat(run.output("WorkloadPool")).isEqualTo("my-project.svc.id.goog");
  }

  @Test
  void everythingThatCanBeAskedForIsInThePicture() throws IOException {
    // when
    Picture.Run run =
        run(
            KEY
                + """
                region: europe-west4
                zone: europe-west4-b
                version: "1.33"
                channel: STABLE
                privateNodes: false
                authorizedNetworks: [192.0.2.0/24]
                bucket: {location: EU}
                dns: {domain: lab.example.com}
                network: {nodes: 192.168.0.0/24}
                """,
            """
            {
              "nodePools": [
                {"name": "default", "machineType": "e2-standard-8", "minNodes": 1, "maxNodes": 9,
                 "diskSizeGb": 200, "diskType": "pd-ssd", "labels": {"for": "all"}},
                {"name": "gpus", "machineType": "n1-standard-8", "spot": true,
                 "gpu": {"type": "nvidia-tesla-t4", "count": 2},
                 "taints": [{"key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE"}]}
              ],
              "autoprovisioning": {"maxCpu": 32, "gpus": {"nvidia-tesla-t4": 4}}
            }
            """);
    // then
    assertThat(run.picture())
        .isEqualTo(Picture.kept("gcp_cluster_only/everything.json", run.picture()));
    assertThat(run.output("K8s")).contains("--zone europe-west4-b");
    assertThat(run.output("NameServers")).isEqualTo("ns1.example.com.,ns2.example.com.");
  }

  @Test
  void noBucketAndNoMorePoolsAreMadeWhereNobodyWantsThem() throws IOException {
    assertThat(
            run(KEY + "bucket: {enabled: false}\n", "{\"autoprovisioning\": {\"enabled\": false}}")
                .picture())
        .doesNotContain("Bucket", "resourceLimits");
  }

  @Test
  void allThatIsGivenIsKeptSecret() {
    assertThat(backend.validate(new BackendInput(Map.of(), KEY)))
        .isInstanceOfSatisfying(
            Validated.Accepted.class,
            accepted -> assertThat(accepted.config().values()).allMatch(ConfigEntry::secret));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "region: Mars | valuesYaml.region | does not fit: Region, such as us-east1.",
        "zone: us-west1-b | valuesYaml.zone | must be a zone of the region us-east1",
        "network: {pods: 10.4.0.0} | valuesYaml.network.pods | must be a range of IPv4 addresses in"
            + " CIDR form, such as 10.0.0.0/16",
        "network: {pods: 10.4.0.0/30} | valuesYaml.network.pods | must have a prefix of 9 to 21",
        "network: {services: 10.4.0.0/20} | valuesYaml.network.services | must not share addresses"
            + " with network.pods",
        "authorizedNetworks: [all] | valuesYaml.authorizedNetworks.0 | must be a range of IPv4"
            + " addresses in CIDR form, such as 192.0.2.0/24",
        "chanel: STABLE | valuesYaml.chanel | is not known; did you mean \"channel\"?",
        "credentials: '{}' | valuesYaml.credentials | must be the key of a service account, with"
            + " type service_account, client_email, private_key, and Google's token_uri"
      })
  void whatCannotBeIsRefusedBeforeAnybodyIsAsked(String value, String field, String rule) {
    String key = value.startsWith("credentials") ? "project: my-project\n" : KEY;
    assertThat(problems(key + value, "")).containsExactly(new Problem(field, rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{'name': 'a', 'minNodes': 3, 'maxNodes': 2}] | .0.minNodes | must be at most maxNodes",
        "[{'name': 'a'}, {'name': 'a'}] | .1.name | must differ from those of other pools",
        "[{'name': 'a', 'gpu': {'type': 'nvidia-l4'}}] | '' | must have one without taints and"
            + " GPUs, for what runs in every cluster",
        "[{'name': 'a', 'maxNods': 2}] | .0.maxNods | is not known; did you mean \"maxNodes\"?",
        "[{'name': 'a', 'maxNodes': 5000}] | .0.maxNodes | must be at least 1 and at most 1000"
      })
  void poolsThatCannotBeAreRefused(String pools, String place, String rule) {
    assertThat(problems(KEY, "{\"nodePools\": " + pools.replace('\'', '"') + "}"))
        .containsExactly(new Problem("infraJson.nodePools" + place.replace("'", ""), rule));
  }

  @Test
  void withoutAnyCredentialsNothingIsAsked() {
    assertThat(ClusterRules.broken(backend.values(input("project: my-project", "")), Map.of()))
        .containsExactly(
            new Problem(
                "credentials",
                "must be given: the provisioner has no credentials of its own for Google Cloud"));
    assertThat(
            ClusterRules.broken(
                backend.values(input("project: my-project", "")),
                Map.of("GOOGLE_APPLICATION_CREDENTIALS", "/etc/key.json")))
        .isEmpty();
  }

  private List<Problem> problems(String values, String infrastructure) {
    return backend.validate(input(values, infrastructure)) instanceof Validated.Rejected rejected
        ? rejected.problems()
        : List.of();
  }

  private Picture.Run run(String values, String infrastructure) throws IOException {
    BackendInput input = input(values, infrastructure);
    assertThat(backend.validate(input)).isInstanceOf(Validated.Accepted.class);
    return Picture.of(
        context -> new ClusterProgram(backend.values(input), "lab").run(context), OUTPUTS, ANSWERS);
  }

  private static BackendInput input(String values, String infrastructure) {
    return new BackendInput(Map.of(), values, infrastructure);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
