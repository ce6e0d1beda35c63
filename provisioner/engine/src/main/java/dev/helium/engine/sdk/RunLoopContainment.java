package dev.helium.engine.sdk;

import com.pulumi.deployment.internal.Runner;
import dev.helium.engine.EngineUnusableException;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Interfaces;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * Replaces the body of the SDK's {@code DefaultRunner.loopUntilDone} by a call of {@link RunLoop}
 * before the class is loaded. Only the class of the version this was written for is touched; any
 * other one is refused at start.
 */
public final class RunLoopContainment {
  private static final String NAME = "com.pulumi.deployment.internal.DeploymentImpl$DefaultRunner";
  private static final String KNOWN_VERSION = "1.36.1";
  private static final String KNOWN_DIGEST =
      "8881902556021dcecf6ff3403a3296dd4cafae079149e422a26189cfa093f14d";
  private static final String METHOD = "loopUntilDone";

  private static final ClassDesc RUNNER = ClassDesc.of(NAME);
  private static final ClassDesc MAP = ClassDesc.of("java.util.Map");
  private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");
  private static final ClassDesc CONSUMER = ClassDesc.of("java.util.function.Consumer");

  private RunLoopContainment() {}

  /** Makes sure that the SDK's loop is contained in this JVM. */
  public static synchronized void ensure() {
    var contained = contain(original());
    try {
      MethodHandles.privateLookupIn(Runner.class, MethodHandles.lookup()).defineClass(contained);
    } catch (IllegalAccessException closed) {
      throw new EngineUnusableException("the Pulumi SDK is closed to its run loop's fix", closed);
    } catch (LinkageError loadedBefore) {
      requireContained(loadedBefore);
    }
  }

  static byte[] contain(byte[] original) {
    requireKnown(original);
    var file = ClassFile.of();
    return file.transformClass(file.parse(original), marking().andThen(replacing()));
  }

  private static ClassTransform marking() {
    return (builder, element) -> {
      if (element instanceof Interfaces interfaces) {
        var symbols =
            new ArrayList<>(
                interfaces.interfaces().stream().map(entry -> entry.asSymbol()).toList());
        symbols.add(ClassDesc.of(ContainedRunLoop.class.getName()));
        builder.withInterfaceSymbols(symbols);
      } else {
        builder.with(element);
      }
    };
  }

  private static ClassTransform replacing() {
    return ClassTransform.transformingMethods(
        method -> method.methodName().equalsString(METHOD),
        (builder, element) -> {
          if (element instanceof CodeModel) {
            builder.withCode(RunLoopContainment::call);
          } else {
            builder.with(element);
          }
        });
  }

  private static void call(CodeBuilder code) {
    code.aload(0)
        .getfield(RUNNER, "inFlightTasks", MAP)
        .aload(1)
        .aload(2)
        .invokestatic(
            ClassDesc.of(RunLoop.class.getName()),
            "untilDone",
            MethodTypeDesc.of(ConstantDescs.CD_void, MAP, FUTURE, CONSUMER))
        .return_();
  }

  private static byte[] original() {
    var resource = "/" + NAME.replace('.', '/') + ".class";
    try (var stream = Runner.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw unknown(null);
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw unknown(unreadable);
    }
  }

  private static void requireKnown(byte[] original) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(original);
      if (!HexFormat.of().formatHex(digest).equals(KNOWN_DIGEST)) {
        throw unknown(null);
      }
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  private static void requireContained(LinkageError loadedBefore) {
    try {
      var loaded = Class.forName(NAME, false, Runner.class.getClassLoader());
      if (!ContainedRunLoop.class.isAssignableFrom(loaded)) {
        throw new EngineUnusableException(
            "the Pulumi SDK ran a program before the engine was made; make the engine first",
            loadedBefore);
      }
    } catch (ClassNotFoundException absent) {
      throw unknown(absent);
    }
  }

  private static EngineUnusableException unknown(Throwable cause) {
    return new EngineUnusableException(
        "the run loop of com.pulumi:pulumi is not the one of version "
            + KNOWN_VERSION
            + ": left as it is, it takes a core per running program; teach "
            + RunLoopContainment.class.getSimpleName()
            + " the new one",
        cause);
  }
}
