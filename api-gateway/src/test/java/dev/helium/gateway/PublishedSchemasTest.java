package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of the topics is there for whoever has no token yet. */
@ExtendWith(GatewayWithoutLog.class)
final class PublishedSchemasTest {
  private static final Pattern REFERENCE = Pattern.compile("\\$ref\"?: ['\"]([^'\"#]+)");

  private static Client client;

  @BeforeAll
  static void start(TestGateway shared) {
    client = shared.client();
  }

  @Test
  void everythingThatTheDocumentRefersToIsServed() {
    // given
    Deque<String> open = new ArrayDeque<>(Set.of("/asyncapi.yaml"));
    Set<String> seen = new HashSet<>(open);
    // when
    while (!open.isEmpty()) {
      String path = open.remove();
      HttpResponse<String> answer = client.send(client.bare(path).GET());
      // then
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      Matcher references = REFERENCE.matcher(answer.body());
      while (references.find()) {
        String target = URI.create(path).resolve(references.group(1)).getPath();
        if (seen.add(target)) {
          open.add(target);
        }
      }
    }
    assertThat(seen)
        .contains(
            "/schemas/dev.helium.workspace.created.v1.json", "/schemas/shared/definitions.json")
        .hasSizeGreaterThan(30);
  }

  @Test
  void nothingElseIs() {
    for (String name :
        new String[] {
          "/schemas/nothing.json",
          "/schemas/asyncapi.yaml",
          "/schemas/..%2Fdefinitions.json",
          "/schemas/shared/dev.helium.workspace.created.v1.json"
        }) {
      assertThat(client.sendUnchecked(client.bare(name).GET()).statusCode())
          .as(name)
          .isEqualTo(404);
    }
  }
}
