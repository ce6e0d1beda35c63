package dev.helium.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessTest {
  @ParameterizedTest
  @CsvSource({
    // action, viewer, user, operator, admin
    "READ,       true,  true,  true,  true",
    "CREATE,     false, true,  true,  true",
    "CHANGE,     false, true,  true,  true",
    "SUBSCRIBE,  false, true,  true,  true",
    "INSPECT,    false, false, true,  true",
    "ADMINISTER, false, false, false, true"
  })
  void eachRoleMayDoWhatThoseBelowMayAndMore(
      Action action, boolean viewer, boolean user, boolean operator, boolean admin) {
    assertThat(Access.allows(of(Role.VIEWER), action)).isEqualTo(viewer);
    assertThat(Access.allows(of(Role.USER), action)).isEqualTo(user);
    assertThat(Access.allows(of(Role.OPERATOR), action)).isEqualTo(operator);
    assertThat(Access.allows(of(Role.ADMIN), action)).isEqualTo(admin);
  }

  @ParameterizedTest
  @CsvSource({
    "VIEWER, ada, false", "USER, ada, true", "OPERATOR, ada, true", "ADMIN, ada, true",
    "VIEWER, bob, false", "USER, bob, false", "OPERATOR, bob, true", "ADMIN, bob, true",
    "USER, '', false", "OPERATOR, '', true"
  })
  void changesAreForTheOwnerAndForOperators(Role role, String owner, boolean allowed) {
    assertThat(Access.allows(of(role), Action.CHANGE, owner)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"READ, true", "CHANGE, false", "ADMINISTER, false"})
  void scopesTakeAwayAndNeverAdd(Action action, boolean allowed) {
    // given
    Set<Action> scopes = EnumSet.of(Action.READ);
    // when, then
    assertThat(Access.allows(new Identity("ada", Role.ADMIN, scopes, Means.NONE), action))
        .isEqualTo(allowed);
    assertThat(Access.allows(of(Role.VIEWER), Action.ADMINISTER)).isFalse();
  }

  private static Identity of(Role role) {
    return new Identity("ada", role);
  }
}
