package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.Command;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.Expectation;
import dev.helium.domain.WorkspaceVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConditionalCommandTest {
  private static final SchemaFolder SCHEMAS = SchemaFolder.published();
  private static final Command RETRY = new Command.Retry(Samples.COMMAND, Samples.ID, "ada");

  private final CommandCodec codec = new CommandCodec();

  static List<Expectation> expectations() {
    return List.of(
        new Expectation.Nothing(),
        new Expectation.Something(),
        new Expectation.Unchanged(new WorkspaceVersion("0123456789abcdef")));
  }

  @ParameterizedTest
  @MethodSource("expectations")
  void whatACommandExpectsIsReadAsItWasWritten(Expectation expectation) {
    // given
    Command conditional = new ConditionalCommand(RETRY, expectation);
    // when
    Encoded encoded = codec.encode(conditional);
    // then
    assertThat(codec.decode(encoded)).isEqualTo(conditional);
    assertThat(encoded.body()).isEqualTo(codec.encode(RETRY).body());
    assertThat(encoded.headers())
        .containsEntry(Attributes.TYPE, codec.encode(RETRY).header(Attributes.TYPE));
    assertThat(SCHEMAS.problems("dev.helium.command.retry.v1.json#/$defs/headers", node(encoded)))
        .isEmpty();
  }

  @Test
  void anExpectationThatIsNotKnownMakesTheCommandUnreadable() {
    // given
    Map<String, String> headers = new HashMap<>(codec.encode(RETRY).headers());
    headers.put(Attributes.EXPECTS, "the best");
    Encoded encoded = new Encoded(headers, codec.encode(RETRY).body());
    // then
    assertThatThrownBy(() -> codec.decode(encoded)).isInstanceOf(UnreadableException.class);
    assertThat(SCHEMAS.problems("dev.helium.command.retry.v1.json#/$defs/headers", node(encoded)))
        .isNotEmpty();
  }

  private static ObjectNode node(Encoded encoded) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    encoded.headers().forEach(node::put);
    return node;
  }
}
