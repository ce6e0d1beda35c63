package dev.helium.pages.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedFleet;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaViewTest {
  @ParameterizedTest
  @CsvSource({
    "workspaces, workspaces, 1204, '1,204'",
    "cpu, millicores, 2500, 2.5 CPU",
    "cpu, millicores, 0, 0 CPU",
    "memory, bytes, 34359738368, 32 GiB",
    "memory, bytes, 536870912, 512 MiB",
    "memory, bytes, 0, 0 GiB",
    "lifetime, minutes, 1500, 1 d 1 h",
    "lifetime, minutes, 0, 0 min"
  })
  void anAmountIsSaidInTheUnitThatPeopleUse(
      String resource, String unit, long number, String words) {
    // given
    QuotaView quota = new QuotaView(CannedFleet.quota(resource, unit, 9, 3));

    // then
    assertThat(quota.amount(number)).isEqualTo(words);
  }

  @Test
  void aLimitOfOneBackendSaysSo() {
    // given
    JsonObject json = CannedFleet.quota("cpu", "millicores", 4_000, 1_000).put("Backend", "helm");

    // then
    assertThat(new QuotaView(json).title()).isEqualTo("CPU of helm");
  }
}
