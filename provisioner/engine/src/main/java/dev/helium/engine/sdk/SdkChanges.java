package dev.helium.engine.sdk;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Everything that is changed in the SDK: its run loop is replaced, its talk to itself is cut. */
public final class SdkChanges {
  private static final ClassDesc MAP = ClassDesc.of("java.util.Map");
  private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");
  private static final ClassDesc CONSUMER = ClassDesc.of("java.util.function.Consumer");

  static final SdkClass RUNNER =
      new SdkClass(
          "DefaultRunner",
          "8881902556021dcecf6ff3403a3296dd4cafae079149e422a26189cfa093f14d",
          replacingRunLoop());

  private static final List<SdkClass> CLASSES =
      List.of(
          RUNNER,
          new SdkClass(
              "DefaultEngineLogger",
              "7f65534536f420e0a16a9420775832cbc31b12259c32a1578de3b263f902cc16",
              DebugTalk.unsent()),
          new SdkClass(
              "RegisterResource",
              "4e0b21ab846a260717622db730007771c3c779006a6c3443ac191acca4e9245e",
              DebugTalk.unformatted()),
          new SdkClass(
              "ReadOrRegisterResourceInternal",
              "a9eee66ac4b60e60c9a5909bcb622dac897eb957a23c076bc6891c8fbfa1f7eb",
              DebugTalk.unformatted()));

  private SdkChanges() {}

  /** Makes sure that the changed classes are the ones in this JVM. */
  public static synchronized void ensure() {
    CLASSES.forEach(SdkClass::ensure);
  }

  private static ClassTransform replacingRunLoop() {
    return ClassTransform.transformingMethods(
        method -> method.methodName().equalsString("loopUntilDone"),
        (builder, element) -> {
          if (element instanceof CodeModel) {
            builder.withCode(SdkChanges::callRunLoop);
          } else {
            builder.with(element);
          }
        });
  }

  private static void callRunLoop(CodeBuilder code) {
    code.aload(0)
        .getfield(
            ClassDesc.of("com.pulumi.deployment.internal.DeploymentImpl$DefaultRunner"),
            "inFlightTasks",
            MAP)
        .aload(1)
        .aload(2)
        .invokestatic(
            ClassDesc.of(RunLoop.class.getName()),
            "untilDone",
            MethodTypeDesc.of(ConstantDescs.CD_void, MAP, FUTURE, CONSUMER))
        .return_();
  }
}
