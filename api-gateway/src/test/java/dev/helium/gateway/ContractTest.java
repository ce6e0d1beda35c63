package dev.helium.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.gateway.access.Permissions;
import dev.helium.gateway.deadletter.DropFields;
import dev.helium.gateway.http.ApiRouter;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Guards;
import dev.helium.gateway.http.Operations;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.http.WebPages;
import dev.helium.gateway.workspaces.CreateFields;
import dev.helium.gateway.workspaces.ExtendFields;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final List<Object> VALUES =
      List.of(
          "",
          "true",
          "false",
          "x",
          "a-name",
          "A-Name",
          "-a-",
          "ab",
          "a".repeat(63),
          "a".repeat(64),
          "x".repeat(256),
          "x".repeat(257),
          "a\tb",
          "caf\u00e9",
          true,
          false,
          1,
          1.5,
          new JsonObject());

  /** Whether they are right is not a matter of their type alone. */
  private static final Set<String> BEYOND_THE_SCHEMA = Set.of("expiry", "infraJson", "chart");

  private final ContractCheck check = ContractCheck.ofTheGateway();
  private final Contract contract = check.contract();

  @Test
  void anOperationWithoutAHandlerKeepsTheServerFromStarting() {
    // given
    Operations some = new Operations(Map.of("getHealth", context -> {}));
    // when, then
    assertThatThrownBy(
            () ->
                new ApiRouter(
                    contract,
                    some,
                    context -> {},
                    Guards.NONE,
                    new RequestRecorder(new SimpleMeterRegistry(), Tracing.off()),
                    WebPages.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("deleteWorkspace");
  }

  @Test
  void everyOperationSaysWhoMayAskForIt() {
    // given, when, then
    assertThat(contract.operations().keySet())
        .allSatisfy(operation -> assertThat(Permissions.of(contract).of(operation)).isNotNull());
  }

  @Test
  void everyProblemThatIsAnsweredIsDescribed() {
    // given, when, then
    contract
        .document()
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(
                        operation -> {
                          if (path.getKey().startsWith("/v1/api/")
                              && operation.getValue() instanceof JsonObject described) {
                            assertThat(described.getJsonObject("responses").fieldNames())
                                .as("%s %s", operation.getKey(), path.getKey())
                                .contains("401", "403", "429", "503");
                          }
                        }));
  }

  @Test
  void theSchemaAcceptsWhatTheGatewayAccepts() {
    // given
    List<String> names = contract.properties("WorkspaceRequest");
    Random random = new Random(20260304);
    int accepted = 0;
    for (int round = 0; round < 2000; round++) {
      JsonObject request = new JsonObject();
      for (int left = random.nextInt(3); left >= 0; left--) {
        String name = random.nextInt(30) == 0 ? "other" : names.get(random.nextInt(names.size()));
        if (!BEYOND_THE_SCHEMA.contains(name)) {
          request.put(name, VALUES.get(random.nextInt(VALUES.size())));
        }
      }
      // when
      boolean bySchema = check.errors("WorkspaceRequest", request).isEmpty();
      boolean byGateway = CreateFields.accepts(names, request);
      // then
      assertThat(byGateway).as(request.encode()).isEqualTo(bySchema);
      accepted += byGateway ? 1 : 0;
    }
    assertThat(accepted).isBetween(200, 1800);
  }

  @Test
  void theSchemaOfAnExtensionAcceptsWhatTheGatewayAccepts() {
    // given
    List<String> names = contract.properties("ExtendRequest");
    List<Object> expiries = List.of("", "2026-12-24", "2026-12-24T10:00:00Z", true, 7);
    Random random = new Random(20260305);
    int accepted = 0;
    for (int round = 0; round < 1000; round++) {
      JsonObject request = new JsonObject();
      if (random.nextInt(8) > 0) {
        request.put("expiry", expiries.get(random.nextInt(expiries.size())));
      }
      if (random.nextBoolean()) {
        String name = random.nextInt(10) == 0 ? "other" : "why";
        request.put(
            name,
            random.nextInt(20) == 0
                ? "x".repeat(500 + random.nextInt(2))
                : VALUES.get(random.nextInt(VALUES.size())));
      }
      // when
      boolean bySchema = check.errors("ExtendRequest", request).isEmpty();
      boolean byGateway = ExtendFields.accepts(names, request);
      // then
      assertThat(byGateway).as(request.encode()).isEqualTo(bySchema);
      accepted += byGateway ? 1 : 0;
    }
    assertThat(accepted).isBetween(100, 900);
  }

  @Test
  void theSchemaOfAProtectionAcceptsWhatTheGatewayAccepts() {
    // given
    List<String> names = contract.properties("ProtectRequest");
    List<Object> instants = List.of("", "2026-12-24", "2026-12-24T10:00:00Z", true, 7);
    Random random = new Random(20260306);
    int accepted = 0;
    for (int round = 0; round < 1000; round++) {
      JsonObject request = new JsonObject();
      if (random.nextInt(3) == 0) {
        request.put("until", instants.get(random.nextInt(instants.size())));
      }
      if (random.nextInt(8) > 0) {
        request.put(
            random.nextInt(10) == 0 ? "other" : "why",
            random.nextInt(20) == 0
                ? "x".repeat(500 + random.nextInt(2))
                : VALUES.get(random.nextInt(VALUES.size())));
      }
      // when
      boolean bySchema = check.errors("ProtectRequest", request).isEmpty();
      boolean byGateway = ExtendFields.protects(names, request);
      // then
      assertThat(byGateway).as(request.encode()).isEqualTo(bySchema);
      accepted += byGateway ? 1 : 0;
    }
    assertThat(accepted).isBetween(100, 900);
  }

  @Test
  void theSchemaOfADropAcceptsWhatTheGatewayAccepts() {
    // given
    List<String> names = contract.properties("DropRequest");
    Random random = new Random(20260307);
    int accepted = 0;
    for (int round = 0; round < 1000; round++) {
      JsonObject request = new JsonObject();
      if (random.nextInt(8) > 0) {
        request.put(
            random.nextInt(10) == 0 ? "other" : "why",
            random.nextInt(20) == 0
                ? "x".repeat(500 + random.nextInt(2))
                : VALUES.get(random.nextInt(VALUES.size())));
      }
      // when
      boolean bySchema = check.errors("DropRequest", request).isEmpty();
      boolean byGateway = DropFields.accepts(names, request);
      // then
      assertThat(byGateway).as(request.encode()).isEqualTo(bySchema);
      accepted += byGateway ? 1 : 0;
    }
    assertThat(accepted).isBetween(100, 900);
  }
}
