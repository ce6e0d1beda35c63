package dev.helium.backends.pachyderm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.backends.product.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvoySettingsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TLS = "proxy: {tls: {enabled: true, secretName: certificate}}";
  private static final long MEMORY = 512L * 1024 * 1024;

  private static final PachydermBackend BACKEND = new PachydermBackend();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        TLS,
        "console: {enabled: false}",
        "{pachd: {enabled: false}, enterpriseServer: {enabled: true}}"
      })
  void everyRouteLeadsToAServerThatThereIs(String values) {
    // when
    JsonNode settings = settings(values);
    List<String> clusters =
        settings.at("/static_resources/clusters").findValuesAsText("name").stream()
            .distinct()
            .toList();
    // then
    assertThat(settings.at("/static_resources/listeners").findValuesAsText("cluster"))
        .isNotEmpty()
        .allSatisfy(cluster -> assertThat(clusters).contains(cluster));
  }

  @ParameterizedTest
  @CsvSource({
    "0, pachd-grpc",
    "1, pachd-s3",
    "2, pachd-s3",
    "3, pachd-identity",
    "4, pachd-oidc",
    "5, console"
  })
  void requestsGoWhereTheyBelong(int route, String cluster) {
    assertThat(
            routes(settings("").at("/static_resources/listeners/0"), 0)
                .at("/" + route + "/route/cluster")
                .asText())
        .isEqualTo(cluster);
  }

  @Test
  void withACertificateWhatIsNotEncryptedIsSentToWhereItIs() {
    // when
    JsonNode listeners = settings(TLS).at("/static_resources/listeners");
    // then
    assertThat(listeners.findValues("port_value").stream().map(JsonNode::asInt))
        .containsExactly(8080, 8443);
    assertThat(routes(listeners.at("/0"), 0).at("/0/redirect/https_redirect").asBoolean()).isTrue();
    assertThat(listeners.at("/1/filter_chains/0/transport_socket").isMissingNode()).isFalse();
    assertThat(routes(listeners.at("/1"), 0)).hasSize(6);
    assertThat(routes(listeners.at("/1"), 1).at("/0/redirect/https_redirect").asBoolean()).isTrue();
  }

  @Test
  void requestsAreTurnedAwayBeforeTheMemoryIsUsedUp() {
    assertThat(settings("").findValue("max_heap_size_bytes").asLong())
        .isLessThan(MEMORY)
        .isGreaterThan(MEMORY * 9 / 10);
  }

  private static JsonNode routes(JsonNode listener, int chain) {
    return listener.at(
        "/filter_chains/" + chain + "/filters/0/typed_config/route_config/virtual_hosts/0/routes");
  }

  private JsonNode settings(String values) {
    try {
      return JSON.readTree(
          new EnvoySettings(new Plan(Samples.setting(BACKEND, values))).json(MEMORY));
    } catch (JsonProcessingException invalid) {
      throw new AssertionError(invalid);
    }
  }
}
