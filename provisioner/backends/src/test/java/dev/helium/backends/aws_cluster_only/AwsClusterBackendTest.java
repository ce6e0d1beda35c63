package dev.helium.backends.aws_cluster_only;

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

final class AwsClusterBackendTest {
  private static final String KEY =
      """
      accessKeyId: AKIAABCDEFGHIJKLMNOP
      secretAccessKey: hush
      """;
  private static final Map<String, Map<String, Object>> OUTPUTS =
      Map.of(
          "aws:eks/cluster:Cluster",
          Map.of(
              "endpoint",
              "https://192.0.2.1",
              "certificateAuthority",
              Map.of("data", "Y2VydGlmaWNhdGU="),
              "identities",
              List.of(Map.of("oidcs", List.of(Map.of("issuer", "https://oidc.example.com/id"))))),
          "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
          Map.of("arn", "arn:aws:iam::123456789012:oidc-provider/oidc.example.com/id"),
          "aws:iam/role:Role",
          Map.of("arn", "arn:aws:iam::123456789012:role/some"),
          "aws:route53/zone:Zone",
          Map.of("nameServers", List.of("ns1.example.com", "ns2.example.com")),
          "aws:s3/bucketV2:BucketV2",
          Map.of("bucket", "lab-1"),
          "kubernetes:core/v1:Secret",
          Map.of("data", Map.of("token", base64("lasting"))));
  private static final Map<String, Map<String, Object>> ANSWERS =
      Map.of(
          "aws:eks/getClusterAuth:getClusterAuth",
          Map.of("id", "i", "name", "lab", "token", "passing"));

  private final AwsClusterBackend backend = new AwsClusterBackend();

  @Test
  void theUsualClusterIsAsItsPictureShows() throws IOException {
    // when
    Picture.Run run = run(KEY, "");
    // then
    assertThat(run.picture()).isEqualTo(Picture.kept("aws_cluster_only/usual.json", run.picture()));
    assertThat(run.output("kubeconfig"))
        .contains("server: \"https://192.0.2.1\"", "Y2VydGlmaWNhdGU=", "token: \"lasting\"")
        .doesNotContain("exec", "passing");
    assertThat(run.output("K8s"))
        .isEqualTo("aws eks update-kubeconfig --name lab --region us-east-1");
    assertThat(run.output("S3Bucket")).isEqualTo("lab-1");
  }

  @Test
  void everythingThatCanBeAskedForIsInThePicture() throws IOException {
    // when
    Picture.Run run =
        run(
            KEY
                + """
                sessionToken: hist
                region: eu-central-1
                zones: [a, b, c]
                version: "1.33"
                authorizedNetworks: [192.0.2.0/24]
                bucket: {enabled: false}
                dns: {domain: lab.example.com}
                network: {addresses: 192.168.0.0/20}
                """,
            """
            {
              "nodePools": [
                {"name": "default", "machineType": "m7i.2xlarge", "minNodes": 1, "maxNodes": 9,
                 "diskSizeGb": 200, "labels": {"for": "all"}},
                {"name": "gpus", "machineType": "g5.xlarge", "gpu": true, "spot": true,
                 "taints": [{"key": "nvidia.com/gpu", "value": "present", "effect": "NO_SCHEDULE"}]}
              ],
              "autoprovisioning": {"enabled": false}
            }
            """);
    // then
    assertThat(run.picture())
        .isEqualTo(Picture.kept("aws_cluster_only/everything.json", run.picture()));
    assertThat(run.output("NameServers")).isEqualTo("ns1.example.com,ns2.example.com");
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
        "region: mars | valuesYaml.region | does not fit: Region, such as us-east-1.",
        "zones: [a] | valuesYaml.zones | must have at least 2 entries",
        "network: {addresses: 10.0.0.0} | valuesYaml.network.addresses | must be a range of IPv4"
            + " addresses in CIDR form, such as 10.0.0.0/16",
        "network: {addresses: 10.0.0.0/24} | valuesYaml.network.addresses | must have a prefix of"
            + " 16 to 20",
        "authorizedNetworks: [all] | valuesYaml.authorizedNetworks.0 | must be a range of IPv4"
            + " addresses in CIDR form, such as 192.0.2.0/24",
        "regon: x | valuesYaml.regon | is not known; did you mean \"region\"?"
      })
  void whatCannotBeIsRefusedBeforeAnybodyIsAsked(String value, String field, String rule) {
    assertThat(problems(KEY + value, "")).containsExactly(new Problem(field, rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{'name': 'a', 'minNodes': 4}] | .0.minNodes | must be at most maxNodes",
        "[{'name': 'a'}, {'name': 'a'}] | .1.name | must differ from those of other groups",
        "[{'name': 'a', 'machinType': 'm6i.large'}] | .0.machinType | is not known; did you mean"
            + " \"machineType\"?"
      })
  void groupsThatCannotBeAreRefused(String pools, String place, String rule) {
    assertThat(problems(KEY, "{\"nodePools\": " + pools.replace('\'', '"') + "}"))
        .containsExactly(new Problem("infraJson.nodePools" + place, rule));
  }

  @Test
  void aClusterHasNodesForWhatRunsEverywhere() {
    assertThat(problems(KEY, "{\"autoprovisioning\": {\"enabled\": false}}"))
        .extracting(Problem::field)
        .containsExactly("infraJson.nodePools");
    assertThat(
            problems(
                KEY,
                "{\"nodePools\": [{\"name\": \"a\"}], \"autoprovisioning\": {\"enabled\": false}}"))
        .extracting(Problem::field)
        .containsExactly("infraJson.nodePools");
  }

  @Test
  void groupsBesideNodesThatAreMadeForPodsHaveWhatThoseBringAlong() throws IOException {
    assertThat(run(KEY, "{\"nodePools\": [{\"name\": \"a\"}]}").picture())
        .contains("aws.NodeGroup/a", "aws.Addon/vpc-cni", "aws.Addon/kube-proxy")
        .contains("aws.Addon/coredns", "ebs.csi.eks.amazonaws.com")
        .doesNotContain("aws-ebs-csi-driver");
  }

  @Test
  void withoutAnyCredentialsNothingIsAsked() {
    assertThat(ClusterRules.broken(backend.values(input("", "")), Map.of()))
        .containsExactly(
            new Problem(
                "accessKeyId",
                "must be given: the provisioner has no credentials of its own for AWS"));
    assertThat(
            ClusterRules.broken(backend.values(input("", "")), Map.of("AWS_ACCESS_KEY_ID", "AKIA")))
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
