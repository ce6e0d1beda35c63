package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error: the stack is currently locked by 1 lock(s). | LOCKED",
        "error: no stack named 'x' found | STACK_NOT_FOUND",
        "error: secrets is forbidden: User x cannot list | FORBIDDEN",
        "error: pods w is forbidden: exceeded quota: q | QUOTA_EXCEEDED",
        "error: Internal error occurred: failed to allocate a nodePort: range is full | QUOTA_EXCEEDED",
        "error: dial tcp 127.0.0.1:1: connect: connection refused | CLUSTER_UNREACHABLE",
        "error: Deployment.apps w is invalid: spec | INVALID",
        "error: incorrect passphrase | WRONG_PASSPHRASE",
        "something else | INTERNAL"
      })
  void understandsTheWordsOfTheCommandLine(String said, FailureClass expected) {
    // given
    var exception = new CommandException(new CommandResult(255, "", said));
    // when
    var failure = Failures.classify(exception);
    // then
    assertThat(failure.failureClass()).isEqualTo(expected);
  }

  @Test
  void keepsTheMessageShortAndFreeOfCredentials() {
    // given
    var said =
        """
        Updating (one):
        error: update failed for urn:pulumi:one::test::kubernetes:core/v1:Secret::s
        error: token=abcdef at https://user:pass@host/ %s
        """
            .formatted("x".repeat(2000));
    var exception = new CommandException(new CommandResult(255, "much output", said));
    // when
    var failure = Failures.classify(exception);
    // then
    assertThat(failure.message()).startsWith("update failed").doesNotContain("much output");
    assertThat(failure.urn()).isEqualTo("urn:pulumi:one::test::kubernetes:core/v1:Secret::s");
  }

  @Test
  void cutsLongMessages() {
    // given
    var tooLong = "token=abcdef " + "x".repeat(2000);
    // when
    var failure = EngineFailure.of(FailureClass.INTERNAL, tooLong);
    // then
    assertThat(failure.message()).hasSize(EngineFailure.MAXIMUM_LENGTH);
  }
}
