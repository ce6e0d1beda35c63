package dev.helium.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is secret is found nowhere but where it belongs, whatever happens to a workspace. */
@ExtendWith(RunningWorld.class)
class SecretsTest {
  private static final String NAME = "with-secrets";
  private static final String ELSEWHERE = "with-secrets-elsewhere";
  private static final Pattern KEY_DATA = Pattern.compile("client-key-data: *(\\S+)");
  private static final int MOST_OF_A_KEY = 200;

  private final List<Secret> secrets = new ArrayList<>();

  @Test
  void noSecretIsFoundWhereItDoesNotBelong(StoryWorld world, TraceReceiver traces)
      throws IOException {
    // given
    String values = planted("a values file");
    String comment = planted("a comment in a values file");
    String parameter = planted("a parameter");
    String token = planted("a token that is none");
    String kubeconfig = planted("a kubeconfig");
    String wrongValue = planted("a value that is refused");
    String wrongFile = planted("a values file that cannot be read");
    secrets.add(Secret.of("the environment", RunningWorld.INHERITED));
    ownSecrets(world);
    Files.writeString(
        world.home().clusters().resolve("lab.kubeconfig"),
        withUser(Files.readString(world.kubeconfig()), kubeconfig));
    Remains remains = new Remains(world, secrets);

    try (StoryClient client = world.client();
        StoryClient stranger = client.withToken(token)) {
      Waiting waiting = new Waiting(client);
      // when a workspace has all of them, is changed, breaks and ends
      Answer made =
          client.createWithValues(
              Map.of("name", NAME), "# " + comment + "\nenvironment:\n  API_KEY: " + values + "\n");
      assertThat(made.status()).isEqualTo(202);
      answered(remains, waiting.untilReady(NAME));
      remains.processes();
      answered(
          remains,
          client.create(
              Map.of(
                  "name",
                  NAME,
                  "parameters",
                  "{\"image\":\"registry.example/image-pull-fails:1\",\"environment\":{\"PASSWORD\":\""
                      + parameter
                      + "\"}}")));
      answered(
          remains, waiting.until(NAME, "failed", answer -> answer.text("Status").equals("failed")));
      // and another one is made in a cluster that a kubeconfig says the way to
      answered(
          remains,
          client.create(
              Map.of("name", ELSEWHERE, "clusterStack", "lab", "parameters", "{}"), "wait=ready"));
      // and what is asked for is wrong
      answered(remains, stranger.list());
      answered(remains, client.create(Map.of("name", wrongValue)));
      answered(remains, client.create(Map.of("nonsense", wrongValue)));
      answered(remains, client.create(Map.of("expiry", wrongValue)));
      answered(
          remains, client.create(Map.of("parameters", "{\"replicas\":\"" + wrongValue + "\"}")));
      answered(
          remains, client.create(Map.of("parameters", "{\"nonsense\":\"" + wrongValue + "\"}")));
      answered(remains, client.createWithValues(Map.of(), "a: [" + wrongFile));
      answered(remains, client.createWithValues(Map.of(), "image: \"a " + wrongFile + "\"\n"));
      answered(remains, client.createWithValues(Map.of(), "environment: " + wrongFile + "\n"));
      answered(remains, client.get(NAME + "/why"));
      answered(remains, client.get(NAME + "/events"));
      remains.processes();
      for (String name : List.of(NAME, ELSEWHERE)) {
        answered(remains, client.delete(name));
      }
      waiting.untilGone(NAME);
      waiting.untilGone(ELSEWHERE);
    } finally {
      Files.delete(world.home().clusters().resolve("lab.kubeconfig"));
    }

    // then
    remains.processes();
    remains.metrics();
    remains.topics();
    remains.files();
    traces.requests().forEach(request -> remains.look("traces", request));
    assertThat(remains.found()).isEmpty();
    // and the looking finds what is there
    Remains control = new Remains(world, List.of(Secret.of("nobody", NAME)));
    control.topics();
    control.files();
    assertThat(control.found().keySet())
        .anyMatch(piece -> piece.startsWith("helium.events/"))
        .anyMatch(piece -> piece.endsWith("deletion-controller.log"));
  }

  private String planted(String where) {
    String value = "Planted" + UUID.randomUUID().toString().replace("-", "");
    secrets.add(Secret.of(where, value));
    return value;
  }

  /** Those that Helium itself has. */
  private void ownSecrets(StoryWorld world) throws IOException {
    secrets.add(Secret.of("the token", Files.readString(world.home().token()).strip()));
    secrets.add(Secret.of("the passphrase", Files.readString(world.home().passphrase()).strip()));
    for (JsonNode key :
        new ObjectMapper().readTree(world.home().sealingKeys().toFile()).path("key")) {
      secrets.add(Secret.of("the sealing keys", key.path("keyData").path("value").asText()));
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(world.kubeconfig().getParent(), "*kubeconfig*")) {
      for (Path file : files) {
        Matcher key = KEY_DATA.matcher(Files.readString(file));
        while (key.find()) {
          String data = key.group(1);
          secrets.add(
              new Secret(
                  "the kubeconfig " + file.getFileName(),
                  List.of(data.substring(0, Math.min(data.length(), MOST_OF_A_KEY)))));
        }
      }
    }
    assertThat(secrets).extracting(Secret::where).anyMatch(where -> where.contains("kubeconfig "));
  }

  /** A second user, whom nobody is. */
  private static String withUser(String kubeconfig, String token) {
    return kubeconfig.replace(
        "users:\n", "users:\n  - name: nobody\n    user:\n      token: " + token + "\n");
  }

  private static void answered(Remains remains, Answer answer) {
    remains.look("the answer " + answer.status() + " " + answer.body(), answer.toString());
  }
}
