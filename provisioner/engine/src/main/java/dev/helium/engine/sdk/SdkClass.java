package dev.helium.engine.sdk;

import com.pulumi.deployment.internal.Runner;
import dev.helium.engine.EngineUnusableException;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.Interfaces;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;

/**
 * A class of the SDK that is changed before it is loaded. Only the one of the version this was
 * written for is touched; any other one is refused at start.
 *
 * @param nested the name within {@code DeploymentImpl}
 * @param digest the SHA-256 of the class file, in hexadecimal
 * @param change what is changed
 */
record SdkClass(String nested, String digest, ClassTransform change) {
  private static final String KNOWN_VERSION = "1.36.1";
  private static final String OUTER = "com.pulumi.deployment.internal.DeploymentImpl$";

  /** Makes sure that the changed class is the one in this JVM. */
  void ensure() {
    var changed = change(original());
    try {
      MethodHandles.privateLookupIn(Runner.class, MethodHandles.lookup()).defineClass(changed);
    } catch (IllegalAccessException closed) {
      throw new EngineUnusableException("the Pulumi SDK is closed to changes", closed);
    } catch (LinkageError loadedBefore) {
      requireChanged(loadedBefore);
    }
  }

  byte[] change(byte[] original) {
    requireKnown(original);
    var file = ClassFile.of();
    return file.transformClass(file.parse(original), marking().andThen(change));
  }

  String name() {
    return OUTER + nested;
  }

  private static ClassTransform marking() {
    return (builder, element) -> {
      if (element instanceof Interfaces interfaces) {
        var symbols =
            new ArrayList<>(
                interfaces.interfaces().stream().map(entry -> entry.asSymbol()).toList());
        symbols.add(ClassDesc.of(ChangedClass.class.getName()));
        builder.withInterfaceSymbols(symbols);
      } else {
        builder.with(element);
      }
    };
  }

  private byte[] original() {
    var resource = "/" + name().replace('.', '/') + ".class";
    try (var stream = Runner.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw unknown(null);
      }
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw unknown(unreadable);
    }
  }

  private void requireKnown(byte[] original) {
    try {
      var found = MessageDigest.getInstance("SHA-256").digest(original);
      if (!HexFormat.of().formatHex(found).equals(digest)) {
        throw unknown(null);
      }
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  private void requireChanged(LinkageError loadedBefore) {
    try {
      var loaded = Class.forName(name(), false, Runner.class.getClassLoader());
      if (!ChangedClass.class.isAssignableFrom(loaded)) {
        throw new EngineUnusableException(
            "the Pulumi SDK ran a program before the engine was made; make the engine first",
            loadedBefore);
      }
    } catch (ClassNotFoundException absent) {
      throw unknown(absent);
    }
  }

  private EngineUnusableException unknown(Throwable cause) {
    return new EngineUnusableException(
        nested
            + " of com.pulumi:pulumi is not the one of version "
            + KNOWN_VERSION
            + ": left as it is, it takes a core per running program; teach "
            + SdkChanges.class.getSimpleName()
            + " the new one",
        cause);
  }
}
