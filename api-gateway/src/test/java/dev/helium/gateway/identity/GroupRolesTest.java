package dev.helium.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupRolesTest {
  @Test
  void theHighestRoleOfAnyGroupCounts() {
    // given
    GroupRoles roles = GroupRoles.parse("/team/ops=operator, staff=user ,a=b=admin");
    // when, then
    assertThat(roles.of(List.of("staff", "/team/ops", "others"))).contains(Role.OPERATOR);
    assertThat(roles.of(List.of("a=b"))).contains(Role.ADMIN);
    assertThat(roles.of(List.of("Staff"))).isEmpty();
    assertThat(roles.of(List.of())).isEmpty();
  }

  @Test
  void everybodyHasARoleOnlyWhereThatIsSaid() {
    // given
    GroupRoles roles = GroupRoles.parse("*=viewer,staff=user");
    // when, then
    assertThat(roles.of(List.of())).contains(Role.VIEWER);
    assertThat(roles.of(List.of("staff"))).contains(Role.USER);
    // and nobody by being in a group of that name
    assertThat(GroupRoles.parse("staff=user").of(List.of("*"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "staff", "=user", "staff=root", "staff=user,", "a=user,a=admin"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> GroupRoles.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be pairs such as");
  }
}
