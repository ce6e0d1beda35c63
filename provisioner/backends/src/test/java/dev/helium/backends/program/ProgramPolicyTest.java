package dev.helium.backends.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.backends.program.source.Repositories;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator lets programs be and do. */
class ProgramPolicyTest {
  @Test
  void byDefaultProgramsSeeThePathAndComeFromNowhere() {
    // when
    ProgramPolicy policy =
        ProgramPolicy.from(
            Map.of(
                "PATH", "/bin",
                "HELIUM_SEALING_KEYS_FILE", "/keys",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "KUBECONFIG", "/kubeconfig"));
    // then
    assertThat(policy.repositories()).isEqualTo(Repositories.NONE);
    assertThat(policy.keys()).isEmpty();
    assertThat(policy.secretNamespaces()).isEmpty();
    assertThat(policy.processes().environment()).containsExactly(Map.entry("PATH", "/bin"));
    assertThat(policy.processes().longest()).isEqualTo(Duration.ofMinutes(30));
    assertThat(policy.processes().memory()).isEqualTo(2L << 30);
  }

  @Test
  void theySeeWhatIsNamed() {
    // when
    ProgramPolicy policy =
        ProgramPolicy.from(
            Map.of(
                "PATH", "/bin",
                "PULUMI_HOME", "/srv/pulumi",
                "AWS_PROFILE", "programs",
                "HELIUM_PROGRAM_ENVIRONMENT", "AWS_PROFILE, MISSING",
                "HELIUM_PROGRAM_KUBECONFIG", "/srv/programs.kubeconfig",
                "HELIUM_PROGRAM_LONGEST_RUN", "PT2H",
                "HELIUM_PROGRAM_MEMORY", "512"));
    // then
    assertThat(policy.processes().environment())
        .isEqualTo(
            Map.of(
                "PATH", "/bin",
                "PULUMI_HOME", "/srv/pulumi",
                "AWS_PROFILE", "programs",
                "KUBECONFIG", "/srv/programs.kubeconfig"));
    assertThat(policy.processes().longest()).isEqualTo(Duration.ofHours(2));
    assertThat(policy.processes().memory()).isEqualTo(512L << 20);
    assertThat(policy.processes().toString()).doesNotContain("programs.kubeconfig");
  }

  @ParameterizedTest
  @CsvSource({
    "HELIUM_PROGRAM_REPOSITORIES, http://example.com",
    "HELIUM_PROGRAM_SSH_DIRECTORY, keys",
    "HELIUM_PROGRAM_SSH_DIRECTORY, /srv/my keys",
    "HELIUM_PROGRAM_ENVIRONMENT, HELIUM_SEALING_KEYS_FILE",
    "HELIUM_PROGRAM_ENVIRONMENT, A=B",
    "HELIUM_PROGRAM_KUBECONFIG, kubeconfig",
    "HELIUM_PROGRAM_LONGEST_RUN, PT1S",
    "HELIUM_PROGRAM_LONGEST_RUN, P2D",
    "HELIUM_PROGRAM_LONGEST_RUN, long",
    "HELIUM_PROGRAM_MEMORY, 9",
    "HELIUM_PROGRAM_MEMORY, 2Gi",
  })
  void aVariableThatBreaksItsRuleIsNamedWithIt(String variable, String value) {
    assertThatThrownBy(() -> ProgramPolicy.from(Map.of(variable, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(variable + " must be ");
  }
}
