package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Alias;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class AliasTest {
  private static final String MAP = "kubernetes:core/v1:ConfigMap::";

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("alias");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void keepsAResourceUnderANewName() throws Exception {
    // given
    up(context -> map("old", named()));
    var uid = uid();
    // when
    var changes = up(context -> map("new", named().aliases(alias("old"))));
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(uid()).isEqualTo(uid);
    assertThat(stacks.urns("one")).contains(MAP + "new").doesNotContain(MAP + "old");
    assertThat(stacks.resources("one").getLast().has("aliases")).isFalse();
    destroy();
  }

  @Test
  void takesTheFirstAliasThatIsRecorded() throws Exception {
    // given
    up(context -> map("second", named()));
    var uid = uid();
    // when
    var changes =
        up(context -> map("new", named().aliases(alias("first"), alias("second"), alias("third"))));
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(uid()).isEqualTo(uid);
    destroy();
  }

  @Test
  void followsAWholeUrn() throws Exception {
    // given
    up(context -> map("old", named()));
    var uid = uid();
    // when
    up(
        context ->
            map("new", named().aliases(Alias.withUrn("urn:pulumi:one::test::" + MAP + "old"))));
    // then
    assertThat(uid()).isEqualTo(uid);
    destroy();
  }

  @Test
  void movesIntoAComponent() throws Exception {
    // given
    up(context -> map("map", named()));
    var uid = uid();
    // when
    up(
        context -> {
          var group = group("test:index:Group", "group", ComponentResourceOptions.Empty);
          map("map", named().parent(group).aliases(Alias.noParent()));
        });
    // then
    assertThat(uid()).isEqualTo(uid);
    assertThat(stacks.urns("one")).contains("test:index:Group$" + MAP + "map");
    destroy();
  }

  @Test
  void childrenFollowTheirParentToANewType() throws Exception {
    // given
    up(family("test:index:Group", "group", ComponentResourceOptions.Empty));
    var uid = uid();
    var renamed =
        ComponentResourceOptions.builder()
            .aliases(Alias.builder().type("test:index:Group").build())
            .build();
    // when
    var changes = up(family("test:index:Team", "group", renamed));
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(uid()).isEqualTo(uid);
    assertThat(stacks.urns("one"))
        .contains("test:index:Team::group", "test:index:Team$" + MAP + "group-map");
    destroy();
  }

  @Test
  void childrenFollowTheirParentToANewName() throws Exception {
    // given
    up(family("test:index:Group", "group", ComponentResourceOptions.Empty));
    var uid = uid();
    var renamed = ComponentResourceOptions.builder().aliases(alias("group")).build();
    // when
    var changes = up(family("test:index:Group", "team", renamed));
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(uid()).isEqualTo(uid);
    assertThat(stacks.urns("one"))
        .contains("test:index:Group::team", "test:index:Group$" + MAP + "team-map");
    destroy();
  }

  @Test
  void grandchildrenAndChangesOfTypeAndNameAtOnceAreFollowed() throws Exception {
    // given
    up(
        context -> {
          var outer = group("test:index:Outer", "a", ComponentResourceOptions.Empty);
          var inner = group("test:index:Inner", "a-in", under(outer));
          map("a-in-map", named().parent(inner));
        });
    var uid = uid();
    var old = Alias.builder().type("test:index:Outer").name("a").build();
    // when
    var changes =
        up(
            context -> {
              var outer =
                  group(
                      "test:index:Shell",
                      "b",
                      ComponentResourceOptions.builder().aliases(old).build());
              var inner = group("test:index:Inner", "b-in", under(outer));
              map("b-in-map", named().parent(inner));
            });
    // then
    assertThat(changes).containsOnlyKeys(OperationType.SAME);
    assertThat(uid()).isEqualTo(uid);
    assertThat(stacks.urns("one"))
        .contains("test:index:Shell$test:index:Inner$" + MAP + "b-in-map");
    destroy();
  }

  @Test
  void refusesAnOldNameThatTwoClaim() throws Exception {
    // given
    up(context -> map("old", named()));
    // when
    var failure =
        Attempts.failureOf(
            () ->
                up(
                    context -> {
                      var first = map("first", named().aliases(alias("old")));
                      map(
                          "second",
                          CustomResourceOptions.builder().dependsOn(first).aliases(alias("old")));
                    }));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message())
        .contains("duplicate resource alias '", MAP + "old'", MAP + "second'", MAP + "first'");
    destroy();
  }

  @Test
  void refusesAnOldNameThatIsStillInUse() throws Exception {
    // given
    up(context -> map("old", named()));
    // when
    var failure =
        Attempts.failureOf(
            () ->
                up(
                    context -> {
                      var old = map("old", named());
                      map(
                          "new",
                          CustomResourceOptions.builder().dependsOn(old).aliases(alias("old")));
                    }));
    // then
    assertThat(failure.message()).contains("duplicate resource alias '");
    destroy();
  }

  @Test
  void refusesANewResourceUnderANameThatWasGivenAway() throws Exception {
    // given
    up(context -> map("old", named()));
    // when
    var failure =
        Attempts.failureOf(
            () ->
                up(
                    context -> {
                      var moved = map("new", named().aliases(alias("old")));
                      map("old", CustomResourceOptions.builder().dependsOn(moved));
                    }));
    // then
    assertThat(failure.message()).contains("conflicting with alias on resource with URN");
    destroy();
  }

  private Consumer<Context> family(String type, String group, ComponentResourceOptions options) {
    return context -> map(group + "-map", named().parent(group(type, group, options)));
  }

  private static ComponentResourceOptions under(Resource parent) {
    return ComponentResourceOptions.builder().parent(parent).build();
  }

  private static ComponentResource group(
      String type, String name, ComponentResourceOptions options) {
    return new ComponentResource(type, name, options) {};
  }

  private ConfigMap map(String resource, CustomResourceOptions.Builder options) {
    return new ConfigMap(
        resource,
        ConfigMapArgs.builder()
            .metadata(ObjectMetaArgs.builder().name(name).namespace("default").build())
            .data(Map.of("content", "1"))
            .build(),
        options.build());
  }

  private static CustomResourceOptions.Builder named() {
    return CustomResourceOptions.builder();
  }

  private static Alias alias(String oldName) {
    return Alias.builder().name(oldName).build();
  }

  private Map<OperationType, Integer> up(Consumer<Context> program) throws Exception {
    return stacks.stack("one", program).up().summary().resourceChanges();
  }

  private void destroy() throws Exception {
    stacks.stack("one", context -> {}).destroy();
  }

  private String uid() {
    return live.configMap("default", name).getMetadata().getUid();
  }
}
