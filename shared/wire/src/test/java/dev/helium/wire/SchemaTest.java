package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.domain.FailureKind;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.RefusalReason;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final SchemaFolder SCHEMAS = SchemaFolder.published();
  private static final SchemaFolder CLOSED = SchemaFolder.closed();

  @Test
  void everyTypeHasASchemaAndNoSchemaIsWithoutAType() {
    assertThat(SCHEMAS.types())
        .isEqualTo(Samples.encoded().map(SchemaTest::type).collect(Collectors.toSet()));
  }

  @Test
  void everySchemaKeepsTheRulesOfItsDialect() {
    SCHEMAS
        .files()
        .forEach((name, schema) -> assertThat(SCHEMAS.problemsOfSchema(schema)).as(name).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#encoded")
  void whatIsWrittenIsWhatTheSchemaSaysAndNothingElse(Encoded encoded) throws IOException {
    assertThat(SCHEMAS.problems(bodySchema(encoded), body(encoded))).isEmpty();
    assertThat(SCHEMAS.problems(headerSchema(encoded), headers(encoded))).isEmpty();
    assertThat(CLOSED.problems(bodySchema(encoded), body(encoded))).isEmpty();
    assertThat(CLOSED.problems(headerSchema(encoded), headers(encoded))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#encoded")
  void noFieldCanBeMissing(Encoded encoded) throws IOException {
    assertThat(Variants.withoutAField(body(encoded)))
        .allSatisfy(
            incomplete ->
                assertThat(SCHEMAS.problems(bodySchema(encoded), incomplete)).isNotEmpty());
    ObjectNode headers = headers(encoded);
    // A command that expects nothing leaves it out.
    headers.remove(Attributes.EXPECTS);
    assertThat(Variants.withoutAField(headers))
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            incomplete ->
                assertThat(SCHEMAS.problems(headerSchema(encoded), incomplete)).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#encoded")
  void noFieldCanBeSomethingElse(Encoded encoded) throws IOException {
    assertThat(Variants.withAnotherType(body(encoded)))
        .allSatisfy(wrong -> assertThat(SCHEMAS.problems(bodySchema(encoded), wrong)).isNotEmpty());
    assertThat(Variants.withAnotherType(headers(encoded)))
        .allSatisfy(
            wrong -> assertThat(SCHEMAS.problems(headerSchema(encoded), wrong)).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#encoded")
  void aNewFieldBreaksNobodyWhoChecks(Encoded encoded) throws IOException {
    // given
    ObjectNode headers = headers(encoded).put("ce_newattribute", "1");
    // then
    assertThat(SCHEMAS.problems(bodySchema(encoded), Variants.withMoreFields(body(encoded))))
        .isEmpty();
    assertThat(SCHEMAS.problems(headerSchema(encoded), headers)).isEmpty();
    assertThat(CLOSED.problems(bodySchema(encoded), Variants.withMoreFields(body(encoded))))
        .isNotEmpty();
  }

  @Test
  void whoOwnsThePartitionMayBeSaidInDecimalNumbers() throws IOException {
    // given
    Encoded encoded =
        Samples.encoded().filter(each -> type(each).contains(".created.")).toList().getFirst();
    ObjectNode owned = headers(encoded).put("ce_fence", "12").put("ce_commandoffset", "0");
    ObjectNode wrong = headers(encoded).put("ce_fence", "twelve");
    // then
    assertThat(CLOSED.problems(headerSchema(encoded), owned)).isEmpty();
    assertThat(SCHEMAS.problems(headerSchema(encoded), wrong)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.helium.wire.Samples#encoded")
  void theSpanThatCommandsAndEventsFollowFromMayBeSaid(Encoded encoded) throws IOException {
    // given
    TraceParent trace = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    boolean followed = type(encoded).matches("dev\\.helium\\.(command|workspace)\\..*");
    // then
    assertThat(CLOSED.problems(headerSchema(encoded), headers(encoded.in(trace))).isEmpty())
        .isEqualTo(followed);
  }

  @Test
  void theWordsThatAreNamedAreThoseOfTheCode() {
    assertThat(words("failure-kind")).isEqualTo(names(FailureKind.values()));
    assertThat(words("refusal-reason")).isEqualTo(names(RefusalReason.values()));
    assertThat(words("reason-kind")).isEqualTo(names(ReasonKind.values()));
    assertThat(words("orphan-kind")).isEqualTo(names(OrphanKind.values()));
  }

  @Test
  void aWordOfTheFutureBreaksNobodyWhoChecks() throws IOException {
    // given
    JsonNode failed =
        MAPPER.readTree(
            "{'attempt':1,'failure':{'kind':'NEW_KIND','message':''}}".replace('\'', '"'));
    JsonNode deletion =
        MAPPER.readTree(
            "{'attempt':1,'reason':{'is':'new','why':1},'requestedBy':''}".replace('\'', '"'));
    // then
    assertThat(SCHEMAS.problems("dev.helium.workspace.gave-up.v1.json", failed)).isEmpty();
    assertThat(SCHEMAS.problems("dev.helium.workspace.deletion-requested.v1.json", deletion))
        .isEmpty();
  }

  private static Set<String> words(String definition) {
    Set<String> words = new HashSet<>();
    SCHEMAS
        .files()
        .get("shared/definitions.json")
        .at("/$defs/" + definition + "/examples")
        .forEach(word -> words.add(word.textValue()));
    return words;
  }

  private static Set<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).collect(Collectors.toSet());
  }

  private static String type(Encoded encoded) {
    return encoded.header(Attributes.TYPE);
  }

  private static String bodySchema(Encoded encoded) {
    return type(encoded) + ".json";
  }

  private static String headerSchema(Encoded encoded) {
    return type(encoded) + ".json#/$defs/headers";
  }

  private static JsonNode body(Encoded encoded) throws IOException {
    return MAPPER.readTree(encoded.body());
  }

  private static ObjectNode headers(Encoded encoded) {
    ObjectNode headers = MAPPER.createObjectNode();
    encoded.headers().forEach(headers::put);
    return headers;
  }
}
