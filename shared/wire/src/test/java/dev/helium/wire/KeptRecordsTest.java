package dev.helium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.wire.KeptRecords.Kept;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeptRecordsTest {
  private static final String COMMAND =
      "./mvnw -pl shared/wire -am verify -Dtest=KeptRecordsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dhelium.keep=NAME_OF_A_NEW_FOLDER";

  @ParameterizedTest
  @MethodSource("dev.helium.wire.KeptRecords#all")
  void whatWasEverWrittenIsReadAsWhatItSaid(Kept kept) {
    String type = kept.encoded().header(Attributes.TYPE);
    if (type.startsWith("dev.helium.command.")) {
      assertThat(Samples.commands()).contains(new CommandCodec().decode(kept.encoded()));
    } else if (type.startsWith("dev.helium.ledger.")) {
      assertThat(Samples.entries()).contains(new LedgerCodec().decode(kept.encoded()));
    } else if (type.startsWith("dev.helium.admission.")) {
      assertThat(Samples.claims()).contains(new ClaimCodec().decode(kept.encoded()));
    } else if (type.startsWith("dev.helium.backend.")) {
      assertThat(Samples.backends()).contains(new BackendCodec().decode(kept.encoded()));
    } else if (type.startsWith("dev.helium.audit.")) {
      assertThat(Samples.audits()).contains(new AuditCodec().decode(kept.encoded()));
    } else {
      assertThat(Samples.records()).contains(new EventCodec().decode(kept.encoded()));
    }
  }

  @Test
  void whatIsWrittenTodayIsKept() throws IOException {
    // given
    Set<Set<String>> kept =
        KeptRecords.all()
            .map(record -> KeptRecords.shape(record.encoded()))
            .collect(Collectors.toSet());
    // when
    List<Encoded> missing =
        Samples.encoded().filter(sample -> !kept.contains(KeptRecords.shape(sample))).toList();
    String folder = System.getProperty("helium.keep", "");
    if (!folder.isEmpty()) {
      for (Encoded encoded : missing) {
        KeptRecords.keep(folder, encoded);
      }
    }
    // then
    assertThat(missing)
        .as("written today and not kept; to keep them: %s (then run it again without)", COMMAND)
        .isEmpty();
  }
}
