package dev.helium.pages.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.read.BackendView;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFormTest {
  private final BackendForm form = BackendForm.of(new BackendView(CannedBackends.pachyderm()));

  @ParameterizedTest
  @CsvSource({
    "profile, CHOICE",
    "release, LINE",
    "disableNotebooks, FLAG",
    "auth0.clientID, LINE",
    "auth0.clientSecret, SECRET",
    "auth0.existingSecret, LINE",
    "global.imagePullSecrets, LIST",
    "global.customCaKey, LINES",
    "pachd.replicas, LINE",
    "pachd.ratio, LINE",
    "pachd.logBatch, CHOICE",
    "pachd.image.tag, LINE",
    "pachd.nodeSelector, DOCUMENT",
    "pachd.tolerations, DOCUMENT"
  })
  void eachShapeOfASchemaIsAskedForInItsWay(String place, FieldKind kind) {
    assertThat(field(place).kind()).isEqualTo(kind);
  }

  @Test
  void mapsBecomeGroupsWithinGroups() {
    // when
    FormGroup pachd =
        form.groups().stream()
            .filter(each -> each.name().equals("pachd"))
            .findFirst()
            .orElseThrow();

    // then
    assertThat(pachd.help()).isEqualTo("The server.");
    assertThat(pachd.parts())
        .anyMatch(part -> part instanceof FormGroup group && group.name().equals("image"));
    assertThat(form.loose())
        .extracting(FormField::label)
        .containsExactly("profile", "release", "disableNotebooks");
  }

  @Test
  void defaultsAndRulesAreShown() {
    assertThat(field("pachd.replicas").standard()).isEqualTo("1");
    assertThat(field("pachd.replicas").rule()).isEqualTo("whole number, 0 to 20");
    assertThat(field("pachd.replicas").inputMode()).isEqualTo("numeric");
    assertThat(field("global.imagePullSecrets").rule()).isEqualTo("at most 20 entries");
    assertThat(field("auth0.clientID").rule()).isEqualTo("at most 253 characters");
    assertThat(field("etcd.storageSize").standard()).isEqualTo("10Gi");
    assertThat(field("release").rule()).isEqualTo("fits ^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}$");
  }

  @Test
  void everyFieldHasAnElementOfItsOwn() {
    assertThat(form.fields()).extracting(FormField::id).doesNotHaveDuplicates();
    assertThat(form.fields()).extracting(FormField::name).doesNotHaveDuplicates();
  }

  @Test
  void whatMustBeGivenIsMarkedAndOtherNamesHaveAPlace() {
    // when
    BackendForm program = BackendForm.of(new BackendView(CannedBackends.program()));

    // then
    assertThat(program.at("repository").orElseThrow().required()).isTrue();
    assertThat(program.at("password").orElseThrow().kind()).isEqualTo(FieldKind.SECRET);
    assertThat(program.at("config").orElseThrow().kind()).isEqualTo(FieldKind.DOCUMENT);
    assertThat(program.at("config.anything.else").orElseThrow().place()).isEqualTo("config");
  }

  @Test
  void wordsBecomeWhatTheSchemaWantsAndNothingElseIsGiven() {
    // given
    Typed typed =
        Typed.of(
            Map.of(
                "p.release", "2.4",
                "p.disableNotebooks", "true",
                "p.pachd.replicas", " 3 ",
                "p.pachd.ratio", "0.5",
                "p.pachd.sizes", "1\n\n 2 \n",
                "p.pachd.logBatch", "2",
                "p.pachd.nodeSelector", "disk: ssd",
                "p.pachd.image.tag", "2.5.0",
                "p.unknown", "1"));

    // when
    GivenValues given = GivenValues.of(form.fields(), typed);

    // then
    assertThat(given.wrong()).isEmpty();
    assertThat(given.values())
        .isEqualTo(
            new JsonObject()
                .put("release", "2.4")
                .put("disableNotebooks", true)
                .put(
                    "pachd",
                    new JsonObject()
                        .put("replicas", 3L)
                        .put("ratio", 0.5)
                        .put("sizes", new JsonArray(List.of(1L, 2L)))
                        .put("logBatch", 2)
                        .put("nodeSelector", new JsonObject().put("disk", "ssd"))
                        .put("image", new JsonObject().put("tag", "2.5.0"))));
  }

  @Test
  void aWordThatIsNoNumberIsLeftForTheApiToRefuse() {
    // when
    GivenValues given = GivenValues.of(form.fields(), Typed.of(Map.of("p.pachd.replicas", "many")));

    // then
    assertThat(given.values()).isEqualTo(new JsonObject("{\"pachd\":{\"replicas\":\"many\"}}"));
  }

  @Test
  void namesBesideThoseThatAreKnownAreLaidOverThem() {
    // given
    BackendForm program = BackendForm.of(new BackendView(CannedBackends.program()));
    Typed typed = Typed.of(Map.of("p.config", "a: 1", "p.config.pachd-version", "2.5"));

    // when
    GivenValues given = GivenValues.of(program.fields(), typed);

    // then
    assertThat(given.values())
        .isEqualTo(new JsonObject("{\"config\":{\"a\":1,\"pachd-version\":\"2.5\"}}"));
  }

  private FormField field(String place) {
    return form.at(place).filter(each -> each.place().equals(place)).orElseThrow();
  }
}
