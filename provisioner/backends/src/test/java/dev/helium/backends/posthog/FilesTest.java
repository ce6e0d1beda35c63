package dev.helium.backends.posthog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Files that are handed to the products' programs. */
final class FilesTest {
  private final Made made = Made.of(Variants.MONITORED);

  @Test
  void clickHouseIsToldOfZookeeperAndOfAClusterOfTheDatabasesName() throws Exception {
    // given
    Made other =
        Made.of(
            """
            clickhouse:
              database: analytics
              externalZookeeper: {servers: [{host: a.example, port: 1}, {host: b.example, port: 2}]}
            """);
    // when
    Element configuration = xml(other, "clickhouse-posthog-configuration");
    // then
    assertThat(texts(configuration, "host")).containsExactly("a.example", "b.example", "127.0.0.1");
    assertThat(configuration.getElementsByTagName("analytics").getLength()).isEqualTo(1);
    assertThat(texts(configuration, "format_schema_path"))
        .containsExactly("/etc/clickhouse-server/config.d/");
  }

  @Test
  void usersOfClickHouseHaveTheirPasswordsFromTheEnvironment() throws Exception {
    // when
    Element users = xml(made, "clickhouse-posthog-users");
    // then
    assertThat(users.getElementsByTagName("admin").getLength()).isEqualTo(1);
    for (int index = 0; index < users.getElementsByTagName("password").getLength(); index++) {
      Element password = (Element) users.getElementsByTagName("password").item(index);
      assertThat(password.getAttribute("from_env")).isEqualTo("CLICKHOUSE_PASSWORD");
      assertThat(password.getTextContent()).isEmpty();
    }
    assertThat(texts(users, "allow_experimental_window_functions")).containsExactly("1");
  }

  @Test
  void prometheusLooksIntoItsOwnNamespaceAlone() {
    // when
    Map<String, String> files = files("posthog-prometheus-server");
    // then
    assertThat(files)
        .containsKeys("prometheus.yml", "alerting_rules.yml", "recording_rules.yml")
        .allSatisfy(
            (name, content) -> assertThatCode(() -> yaml(content)).doesNotThrowAnyException());
    assertThat(files.get("prometheus.yml"))
        .contains("names: ['sample']", "posthog-prometheus-alertmanager:80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start.sh", "ping.sh"})
  void scriptsOfRedisAreProperBash(String name) throws Exception {
    assertThat(isBash(files("posthog-posthog-redis-configuration").get(name))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"posthog-posthog-zookeeper", "posthog-migrate"})
  void commandsAreProperBash(String component) throws Exception {
    assertThat(isBash(made.container(component).getCommand().get(2))).isTrue();
  }

  @Test
  void waitingForMigrationsIsProperBash() throws Exception {
    assertThat(isBash(made.pod("posthog-web").getInitContainers().getFirst().getCommand().get(2)))
        .isTrue();
  }

  private Map<String, String> files(String configMap) {
    return made.the(ConfigMap.class, configMap).getData();
  }

  private static Element xml(Made made, String configMap)
      throws IOException, ParserConfigurationException, SAXException {
    String text = made.the(ConfigMap.class, configMap).getData().get("posthog.xml");
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
    return document.getDocumentElement();
  }

  private static List<String> texts(Element element, String tag) {
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < element.getElementsByTagName(tag).getLength(); index++) {
      texts.add(element.getElementsByTagName(tag).item(index).getTextContent());
    }
    return texts;
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static boolean isBash(String script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("bash", "-n", "-c", script).start();
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
