package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.helium.engine.FailureClass;
import dev.helium.engine.kubernetes.ApiServer.Answer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that a server gives only after thousands of services, or when it is broken. */
class ApiErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | Internal error occurred: failed to allocate a nodePort: range is full | QUOTA_EXCEEDED",
        "500 | Internal error occurred: failed to allocate IP: range is full | QUOTA_EXCEEDED",
        "500 | Internal error occurred: etcdserver: no leader | CLUSTER_UNREACHABLE",
        "503 | the server is shutting down | CLUSTER_UNREACHABLE"
      })
  void whatIsUsedUpIsAQuotaAndNoFaultOfTheServer(int code, String message, FailureClass expected) {
    // given
    var body = JsonNodeFactory.instance.objectNode().put("kind", "Status").put("message", message);
    // when
    var failure = ApiErrors.of("Service one/web", new Answer(code, body, Duration.ZERO)).failure();
    // then
    assertThat(failure.failureClass()).isEqualTo(expected);
    assertThat(failure.message()).isEqualTo("Service one/web: " + message);
  }
}
