package dev.helium.watcher.judging;

import static dev.helium.watcher.judging.TestPods.TAG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Connection;
import io.fabric8.kubernetes.api.model.LoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.LoadBalancerStatusBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerIngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressLoadBalancerStatusBuilder;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever anybody writes into services and ingresses, nothing but plain words come out. */
final class HostileConnectionsTest {
  private static final int TRIES = 5_000;
  private static final String URL = "https?://[-a-z0-9.:\\[\\]]+(/[-A-Za-z0-9._~/]*)?";
  private static final String COMMAND =
      "kubectl --namespace [a-z0-9][-a-z0-9]* port-forward service/[a-z0-9][-a-z0-9]* [0-9]+:[0-9]+";

  private static final List<String> PIECES =
      List.of(
          "web",
          "demo",
          "a.example",
          "10.0.0.1",
          "::1",
          "http",
          "80",
          "-",
          "--",
          ".",
          "/",
          " ",
          ";",
          "&&",
          "|",
          "$(reboot)",
          "`id`",
          "${IFS}",
          "'",
          "\"",
          "\\",
          "\n",
          "\r",
          "\0",
          "\t",
          "#",
          "?",
          "%2e",
          "%0a",
          "@evil.example",
          "<script>",
          "*",
          "~",
          "ü",
          "\u202e",
          "\u2028",
          "-oProxyCommand=x",
          "javascript:",
          "[",
          "]",
          "{id}",
          "ClusterIP",
          "true");

  private final Random random = new Random(20_260_101);
  private int found;

  @Test
  void aServiceSaysNothingToAShellOrABrowserButWhereItIs() {
    for (int index = 0; index < TRIES; index++) {
      assertPlain(new ServiceJudge().judge(service(), TAG).connections());
    }
    assertThat(found).as("ways in among them").isGreaterThan(500);
  }

  @Test
  void anIngressSaysNothingToABrowserButWhereItIs() {
    for (int index = 0; index < TRIES; index++) {
      assertPlain(new IngressJudge().judge(ingress(), TAG).connections());
    }
    assertThat(found).as("ways in among them").isGreaterThan(500);
  }

  private void assertPlain(Collection<Connection> connections) {
    for (Connection connection : connections) {
      found++;
      assertThat(connection.name() + connection.credentials()).matches("[-a-z0-9.]+");
      connection.command().ifPresent(command -> assertThat(command).matches(COMMAND));
      if (!connection.url().isEmpty()) {
        assertThat(connection.url()).matches(URL);
        URI uri = URI.create(connection.url());
        assertThat(uri.getHost()).isIn(connection.host(), "[" + connection.host() + "]");
        assertThat(uri.getRawUserInfo()).isNull();
        assertThat(uri.getRawQuery()).isNull();
      }
    }
  }

  private Service service() {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName(either("web"))
        .withNamespace(either("demo"))
        .withAnnotations(annotations())
        .endMetadata()
        .withNewSpec()
        .withType(
            List.of("ClusterIP", "NodePort", "LoadBalancer", hostile()).get(random.nextInt(4)))
        .withPorts(Stream.generate(this::port).limit(1 + random.nextInt(3)).toList())
        .endSpec()
        .withNewStatus()
        .withLoadBalancer(
            new LoadBalancerStatusBuilder()
                .withIngress(
                    new LoadBalancerIngressBuilder()
                        .withHostname(random.nextBoolean() ? either("web.example") : null)
                        .withIp(either("10.0.0.1"))
                        .build())
                .build())
        .endStatus()
        .build();
  }

  private ServicePort port() {
    return new ServicePortBuilder()
        .withName(either("http"))
        .withProtocol(either("TCP"))
        .withAppProtocol(random.nextBoolean() ? hostile() : null)
        .withPort(random.nextInt(-5, 70_000))
        .withNodePort(random.nextInt(-5, 70_000))
        .build();
  }

  private Ingress ingress() {
    return new IngressBuilder()
        .withNewMetadata()
        .withName(either("front"))
        .withNamespace(either("demo"))
        .withAnnotations(annotations())
        .endMetadata()
        .withNewSpec()
        .addNewTl()
        .withHosts(hostile(), either("web.example"))
        .endTl()
        .addNewRule()
        .withHost(random.nextInt(4) == 0 ? null : either("web.example"))
        .withNewHttp()
        .addNewPath()
        .withPath(random.nextInt(4) == 0 ? null : "/" + hostile())
        .endPath()
        .addNewPath()
        .withPath(hostile())
        .endPath()
        .endHttp()
        .endRule()
        .endSpec()
        .withNewStatus()
        .withLoadBalancer(
            new IngressLoadBalancerStatusBuilder()
                .withIngress(
                    new IngressLoadBalancerIngressBuilder().withIp(either("10.0.0.1")).build())
                .build())
        .endStatus()
        .build();
  }

  private Map<String, String> annotations() {
    return Map.of(
        Declared.LINK_NAME, either("console"),
        Declared.CREDENTIALS, either("web-login"));
  }

  private String either(String honest) {
    return random.nextInt(3) == 0 ? hostile() : honest;
  }

  private String hostile() {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(5); count >= 0; count--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
