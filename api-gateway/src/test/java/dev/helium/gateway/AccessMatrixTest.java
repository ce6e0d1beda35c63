package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.gateway.access.Permission;
import dev.helium.gateway.access.Permissions;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Role;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role, every operation, what is one's own and what is another's, cell by cell. */
@ExtendWith(SharedDeployment.class)
final class AccessMatrixTest {
  /** Is refused after the question who may ask, and so changes nothing. */
  private static final String HARMLESS = "?no-such-parameter=1";

  /** Of what is there for anybody, and of what need not be there. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "/docs/{file}", "/docs/start.js",
          "/v1/api/backends/{name}", "/v1/api/backends/namespace",
          "/v1/api/dead-letters/{number}", "/v1/api/dead-letters/1",
          "/v1/api/dead-letters/{number}/redrive", "/v1/api/dead-letters/1/redrive",
          "/v1/api/dead-letters/{number}/drop", "/v1/api/dead-letters/1/drop",
          "/schemas/{name}", "/schemas/dev.helium.workspace.created.v1.json",
          "/schemas/shared/{name}", "/schemas/shared/definitions.json");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Who may do what with what is nobody's or their own; written down again, on purpose. */
  private static final Map<Action, Role> LEAST =
      new EnumMap<>(
          Map.of(
              Action.READ, Role.VIEWER,
              Action.CREATE, Role.USER,
              Action.CHANGE, Role.USER,
              Action.SUBSCRIBE, Role.USER,
              Action.INSPECT, Role.OPERATOR,
              Action.ADMINISTER, Role.ADMIN));

  private static final Map<Role, Client> CLIENTS = new EnumMap<>(Role.class);
  private static TestDeployment deployment;
  private static Permissions permissions;

  /** Whose the workspace is that a path names, if it names one. */
  private enum Whose {
    NOBODYS,
    OWN,
    ANOTHERS
  }

  record Cell(Role role, String operation, String method, String path, Whose whose) {
    @Override
    public String toString() {
      return role.word() + " " + operation + " " + whose.name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    People people = shared.people;
    permissions = Permissions.of(ContractCheck.ofTheGateway().contract());
    for (Role role : Role.values()) {
      CLIENTS.put(role, deployment.client.with(people.give(nameOf(role), role.word())));
    }
    Map<String, String> makers =
        Map.of(
            "of-viewer", people.give("viewer", "user"),
            "of-user", people.give("user", "user"),
            "of-operator", people.give("operator", "user"),
            "of-admin", people.give("admin", "user"),
            "of-another", people.give("another", "user"));
    makers.forEach(AccessMatrixTest::makeOnceKnown);
  }

  static Stream<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    JsonObject paths = ContractCheck.ofTheGateway().contract().document().getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject operations = paths.getJsonObject(path);
      for (String method : operations.fieldNames()) {
        if (METHODS.contains(method)) {
          String operation = operations.getJsonObject(method).getString("operationId");
          for (Role role : Role.values()) {
            whose(path).forEach(each -> cells.add(new Cell(role, operation, method, path, each)));
          }
        }
      }
    }
    return cells.stream();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everybodyMayDoWhatTheTableSaysAndNothingElse(Cell cell) {
    // when
    HttpResponse<String> answer = ask(CLIENTS.get(cell.role()), cell, true);
    // then
    Permission permission = permissions.of(cell.operation());
    if (permission instanceof Permission.Anybody) {
      assertThat(answer.statusCode()).isEqualTo(200);
    } else if (isAllowed(cell, permission)) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(answer.body()).contains("no-such-parameter");
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(json(answer).getString("type")).isEqualTo("urn:helium:problem:forbidden");
      assertThat(json(answer).getString("detail"))
          .contains("yours is " + cell.role().word())
          .containsPattern("takes the role (user|operator|admin)");
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void nobodyMayDoAnythingButWhatIsForAnybody(Cell cell) {
    // when
    HttpResponse<String> answer = ask(deployment.client, cell, false);
    // then
    assertThat(answer.statusCode())
        .isEqualTo(permissions.of(cell.operation()) instanceof Permission.Anybody ? 200 : 401);
  }

  @Test
  void whoeverMayChangeNothingIsNotToldWhatThereIs() {
    // given
    Client viewer = CLIENTS.get(Role.VIEWER);
    // when, then
    assertThat(viewer.delete(WORKSPACE + "/no-such-workspace").statusCode()).isEqualTo(403);
    for (Role role : List.of(Role.USER, Role.OPERATOR, Role.ADMIN)) {
      assertThat(CLIENTS.get(role).delete(WORKSPACE + "/no-such-workspace").statusCode())
          .as(role.word())
          .isEqualTo(404);
      assertThat(CLIENTS.get(role).delete(WORKSPACE + "/NO").statusCode()).isEqualTo(404);
    }
  }

  private static boolean isAllowed(Cell cell, Permission permission) {
    return switch (permission) {
      case Permission.Anybody() -> true;
      case Permission.Of(Action action) -> cell.role().compareTo(LEAST.get(action)) >= 0;
      case Permission.ChangeOfWorkspace() -> mayChange(cell);
      case Permission.ChangeOfPastWorkspace() -> mayChange(cell);
    };
  }

  private static boolean mayChange(Cell cell) {
    return cell.role().compareTo(cell.whose() == Whose.OWN ? Role.USER : Role.OPERATOR) >= 0;
  }

  private static HttpResponse<String> ask(Client client, Cell cell, boolean withToken) {
    String id =
        switch (cell.whose()) {
          case NOBODYS -> "some-id";
          case OWN -> "of-" + nameOf(cell.role());
          case ANOTHERS -> "of-another";
        };
    String path = EXAMPLES.getOrDefault(cell.path(), cell.path().replace("{id}", id));
    boolean harmless = permissions.of(cell.operation()) instanceof Permission.Anybody;
    String asked = harmless ? path : path + HARMLESS;
    return client.send(
        (withToken ? client.request(asked) : client.bare(asked))
            .method(cell.method().toUpperCase(Locale.ROOT), BodyPublishers.noBody()));
  }

  private static List<Whose> whose(String path) {
    return path.contains("/workspace/{id}")
        ? List.of(Whose.OWN, Whose.ANOTHERS)
        : List.of(Whose.NOBODYS);
  }

  private static String nameOf(Role role) {
    return role.word();
  }

  private static void makeOnceKnown(String workspace, String token) {
    Client client = deployment.client.with(token);
    KnownTokens.await(client);
    HttpResponse<String> made =
        client.post(
            WORKSPACE + "?wait=decided", JSON, new JsonObject().put("name", workspace).encode());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
  }
}
