package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.Stash;
import com.pulumi.resources.StashArgs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentTest {
  private static final String TYPE = "test:index:Group";

  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open() {
    stacks =
        Stacks.with(
            root,
            EngineOptions.defaults().withKubeconfig(new Kubeconfig.Content("kind: Config\n")));
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  private static final class Group extends ComponentResource {
    private Group(String name, ComponentResourceOptions options) {
      super(TYPE, name, options);
    }

    private void give(Map<String, Output<?>> outputs) {
      registerOutputs(outputs);
    }
  }

  @Test
  void recordsWhatAComponentGivesBack() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          var group = new Group("group", ComponentResourceOptions.Empty);
          group.give(Map.of("open", Output.of("seen"), "closed", Output.ofSecret("tell-nobody")));
        };
    // when
    up(program);
    var again = up(program);
    // then
    assertThat(again).containsOnlyKeys(OperationType.SAME);
    var group = stacks.resources("one").getLast();
    assertThat(group.path("custom").asBoolean()).isFalse();
    assertThat(group.has("id")).isFalse();
    assertThat(group.path("outputs").path("open").asText()).isEqualTo("seen");
    assertThat(group.path("outputs").path("closed").has("ciphertext")).isTrue();
    assertThat(Files.readString(stacks.checkpoint("one"))).doesNotContain("tell-nobody");
  }

  @Test
  void deletesComponentsWithTheirChildren() throws Exception {
    // given
    up(
        context -> {
          var group = new Group("group", ComponentResourceOptions.Empty);
          stash("child", "1", CustomResourceOptions.builder().parent(group));
        });
    // when
    var changes = up(context -> {});
    // then
    assertThat(changes).contains(entry(OperationType.DELETE, 2));
    assertThat(stacks.urns("one")).containsExactly("pulumi:pulumi:Stack::test-one");
  }

  @Test
  void handsProtectionDownToChildren() throws Exception {
    // given
    up(family(true));
    // when
    var failure = Attempts.failureOf(() -> up(context -> {}));
    // then
    assertThat(failure.message()).contains("protected");
    assertThat(stacks.resources("one").getLast().path("protect").asBoolean()).isTrue();
    up(family(false));
    assertThat(stacks.resources("one").getLast().has("protect")).isFalse();
  }

  @Test
  void letsChildrenOptOutOfProtection() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          var group = new Group("group", ComponentResourceOptions.builder().protect(true).build());
          stash("child", "1", CustomResourceOptions.builder().parent(group).protect(false));
        };
    // when
    up(program);
    // then
    assertThat(stacks.resources("one").getLast().has("protect")).isFalse();
  }

  @Test
  void followsReferencesToResources() throws Exception {
    // given
    Consumer<Context> program =
        context -> {
          var stash = stash("first", "kept", CustomResourceOptions.builder());
          stash("second", stash.output(), CustomResourceOptions.builder().dependsOn(stash));
        };
    // when
    up(program);
    // then
    var second = stacks.resources("one").getLast();
    assertThat(second.path("outputs").path("output").asText()).isEqualTo("kept");
    assertThat(second.path("propertyDependencies").path("input").get(0).asText())
        .endsWith("::first");
  }

  @Test
  void findsResourcesByTheirUrn() throws Exception {
    // given
    var urn = "urn:pulumi:one::test::pulumi:index:Stash::first";
    Consumer<Context> program =
        context -> {
          var first = stash("first", "kept", CustomResourceOptions.builder());
          context.export(
              "found",
              first
                  .id()
                  .apply(
                      id ->
                          stash("first", "x", CustomResourceOptions.builder().urn(urn)).output()));
        };
    // when
    var outputs = stacks.stack("one", program).up().outputs();
    // then
    assertThat(outputs.get("found").value()).isEqualTo("kept");
    assertThat(stacks.urns("one")).containsOnlyOnce("pulumi:index:Stash::first");
  }

  @Test
  void namesAResourceThatNoUrnFinds() {
    // given
    var urn = "urn:pulumi:one::test::pulumi:index:Stash::absent";
    // when
    var failure =
        Attempts.failureOf(
            () -> up(context -> stash("absent", "x", CustomResourceOptions.builder().urn(urn))));
    // then
    assertThat(failure.message()).contains("unknown resource " + urn);
  }

  @Test
  void refusesTwoResourcesOfOneName() {
    // given
    Consumer<Context> program =
        context -> {
          var first = new Group("group", ComponentResourceOptions.Empty);
          new Group("group", ComponentResourceOptions.builder().dependsOn(first).build());
        };
    // when
    var failure = Attempts.failureOf(() -> up(program));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message())
        .contains("duplicate resource URN 'urn:pulumi:one::test::test:index:Group::group'");
  }

  @Test
  void refusesAParentThatIsNotRegistered() {
    // given
    var urn = "urn:pulumi:one::test::test:index:Group::absent";
    // when
    var failure =
        Attempts.failureOf(
            () ->
                up(
                    context ->
                        stash(
                            "child",
                            "1",
                            CustomResourceOptions.builder().parent(new DependencyResource(urn)))));
    // then
    assertThat(failure.message()).contains("could not find parent resource " + urn);
  }

  @Test
  void refusesATypeThatNamesNoPackage() {
    // given
    Consumer<Context> program =
        context ->
            new CustomResource(
                "nonsense", "it", ResourceArgs.Empty, CustomResourceOptions.Empty) {};
    // when
    var failure = Attempts.failureOf(() -> up(program));
    // then
    assertThat(failure.message())
        .contains("type 'nonsense' is not a valid type token (must have format '*:*:*')");
  }

  @Test
  void refusesBuiltinTypesThatAreNotThere() {
    // given
    Consumer<Context> program =
        context ->
            new CustomResource(
                "pulumi:index:Nothing", "it", ResourceArgs.Empty, CustomResourceOptions.Empty) {};
    // when
    var failure = Attempts.failureOf(() -> up(program));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.UNSUPPORTED);
    assertThat(failure.message()).contains("pulumi:index:Nothing");
  }

  private static Consumer<Context> family(boolean protect) {
    return context -> {
      var group = new Group("group", ComponentResourceOptions.builder().protect(protect).build());
      stash("child", "1", CustomResourceOptions.builder().parent(group));
    };
  }

  private static Stash stash(String name, Object input, CustomResourceOptions.Builder options) {
    var arguments = StashArgs.builder();
    return new Stash(
        name,
        (input instanceof Output<?> output
                ? arguments.input(output.applyValue(value -> (Object) value))
                : arguments.input(input))
            .build(),
        options.build());
  }

  private Map<OperationType, Integer> up(Consumer<Context> program) throws Exception {
    return stacks.stack("one", program).up().summary().resourceChanges();
  }
}
