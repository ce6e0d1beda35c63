package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.domain.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class AsyncApiTest {
  private static final Set<String> DEAD_LETTERS = Set.of("dead-letter", "dead-letter-mark");

  private JsonNode document;

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(SchemaFolder.PATH.resolve("asyncapi.yaml"));
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
    document = new ObjectMapper().valueToTree(yaml);
  }

  @Test
  void everyTypeIsAMessageOfItsTopic() {
    assertThat(names("/channels/commands/messages")).isEqualTo(types("dev.helium.command."));
    assertThat(names("/channels/events/messages")).isEqualTo(types("dev.helium.workspace."));
    assertThat(names("/channels/orphans/messages")).isEqualTo(types("dev.helium.ledger."));
    assertThat(names("/channels/backends/messages")).isEqualTo(types("dev.helium.backend."));
    assertThat(names("/channels/audit/messages")).isEqualTo(types("dev.helium.audit."));
    assertThat(names("/channels/dead-letters/messages")).isEqualTo(DEAD_LETTERS);
    assertThat(names("/channels/admissions/messages")).isEqualTo(types("dev.helium.admission."));
    assertThat(names("/channels/requests/messages")).isEqualTo(admissible());
    assertThat(names("/components/messages"))
        .containsAll(types("dev.helium."))
        .containsAll(DEAD_LETTERS)
        .hasSize(types("dev.helium.").size() + DEAD_LETTERS.size());
  }

  @Test
  void theTopicsAreThoseOfTheCode() {
    Map.of(
            "commands",
            Topics.COMMANDS,
            "events",
            Topics.EVENTS,
            "orphans",
            Topics.ORPHANS,
            "requests",
            Topics.REQUESTS,
            "admissions",
            Topics.ADMISSIONS,
            "backends",
            Topics.BACKENDS,
            "audit",
            Topics.AUDIT,
            "dead-letters",
            Topics.DEAD_LETTERS)
        .forEach(
            (channel, topic) -> {
              JsonNode described = document.at("/channels/" + channel);
              assertThat(described.at("/address").textValue()).isEqualTo(topic);
              assertThat(described.at("/bindings/kafka/partitions").intValue())
                  .isEqualTo(Topics.PARTITIONS);
            });
  }

  @Test
  void everyMessageHasTheSchemasOfItsType() {
    for (String type : types("dev.helium.")) {
      JsonNode message = document.at("/components/messages/" + type);
      assertThat(message.at("/name").textValue()).isEqualTo(type);
      assertThat(message.at("/payload/schema/$ref").textValue()).isEqualTo(type + ".json");
      assertThat(message.at("/headers/schema/$ref").textValue())
          .isEqualTo(type + ".json#/$defs/headers");
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    // given
    Map<String, JsonNode> files = SchemaFolder.published().files();
    // then
    assertThat(document.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              String[] parts = reference.split("#", 2);
              JsonNode file = parts[0].isEmpty() ? document : files.get(parts[0]);
              assertThat(file).as(reference).isNotNull();
              assertThat(file.at(parts.length == 1 ? "" : parts[1]).isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  private Set<String> names(String pointer) {
    Set<String> names = new HashSet<>();
    document.at(pointer).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> admissible() {
    return Samples.commands()
        .filter(Command.Admissible.class::isInstance)
        .map(command -> new CommandCodec().encode(command).header(Attributes.TYPE))
        .collect(Collectors.toSet());
  }

  private static Set<String> types(String prefix) {
    return Samples.encoded()
        .map(encoded -> encoded.header(Attributes.TYPE))
        .filter(type -> type.startsWith(prefix))
        .collect(Collectors.toSet());
  }
}
