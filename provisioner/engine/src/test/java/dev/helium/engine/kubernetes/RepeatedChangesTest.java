package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.provider.Ownership;
import dev.helium.engine.state.ResourceState;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that an API server could not do at first. */
class RepeatedChangesTest {
  private static final String OBJECT = "/api/v1/namespaces/default/configmaps/some";
  private static final String YAML =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: some, namespace: default}
      data: {content: "1"}
      """;

  @TempDir Path directory;
  private FakeApiServer server;
  private ProviderFixture fixture;
  private ResourceState recorded;
  private ResourceState wanted;

  @BeforeEach
  void open() {
    server = new FakeApiServer();
    server.isCluster("first", "2020-01-01T00:00:00Z");
    server.answers(OBJECT, "{\"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"some\"}}");
    fixture = new ProviderFixture(server.kubeconfig(directory));
    recorded = fixture.wanted(YAML).withId("default/some");
    wanted = fixture.wanted(recorded, YAML.replace("\"1\"", "\"2\""));
  }

  @AfterEach
  void close() {
    fixture.close();
    server.close();
  }

  @Test
  void areSentAgainAFewTimes() {
    // given
    server.isBusyFor(2);
    // when
    fixture.provider().update(recorded, wanted, fixture.call());
    // then
    assertThat(server.requests).filteredOn(("PATCH " + OBJECT)::equals).hasSize(3);
  }

  @Test
  void failInTheEnd() {
    // given
    server.isBusyFor(Integer.MAX_VALUE);
    // when
    assertThatThrownBy(() -> fixture.provider().update(recorded, wanted, fixture.call()))
        // then
        .isInstanceOf(EngineException.class);
    assertThat(Collections.frequency(server.requests, "PATCH " + OBJECT)).isBetween(3, 10);
  }

  @Test
  void areNotSentAgainOnceTheStackHasANewerOwner() {
    // given
    server.isBusyFor(2);
    var asked = new AtomicInteger();
    Ownership lostAfterOne =
        () -> {
          if (asked.incrementAndGet() > 1) {
            throw new EngineException(FailureClass.FENCED, "the stack has a newer owner");
          }
        };
    // when
    assertThatThrownBy(
            () -> fixture.provider().update(recorded, wanted, fixture.call(lostAfterOne)))
        // then
        .isInstanceOfSatisfying(
            EngineException.class,
            failure -> assertThat(failure.failure().failureClass()).isEqualTo(FailureClass.FENCED));
    assertThat(server.requests).filteredOn(("PATCH " + OBJECT)::equals).hasSize(1);
    assertThat(asked).hasValue(2);
  }
}
