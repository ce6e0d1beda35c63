package dev.helium.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViewSettingsTest {
  @Test
  void refusesAPortWithoutRoomForTheNextOnes() {
    // given, when, then
    assertThatThrownBy(() -> new ViewSettings("127.0.0.1", 65_530, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65515");
  }
}
