package dev.helium.engine.sdk;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Takes the debug messages out of classes of the SDK, unless they are wanted. */
final class DebugTalk {
  private static final ClassDesc MESSAGES = ClassDesc.of(DebugMessages.class.getName());
  private static final ClassDesc FUTURE = ClassDesc.of("java.util.concurrent.CompletableFuture");
  private static final MethodTypeDesc FORMAT =
      MethodTypeDesc.of(
          ConstantDescs.CD_String, ConstantDescs.CD_String, ConstantDescs.CD_Object.arrayType());

  /** Between the formatting of a message and its use an empty array of arguments may be made. */
  private static final int NEAR = 3;

  private DebugTalk() {}

  /** A debug message is not sent to the engine. */
  static ClassTransform unsent() {
    return ClassTransform.transformingMethods(
        method -> method.methodName().equalsString("debugAsync"),
        (builder, element) -> {
          if (element instanceof CodeModel code) {
            builder.withCode(changed -> unsent(changed, code));
          } else {
            builder.with(element);
          }
        });
  }

  /** A debug message is not even written. */
  static ClassTransform unformatted() {
    return ClassTransform.transformingMethods(
        (builder, element) -> {
          if (element instanceof CodeModel code) {
            builder.withCode(changed -> unformatted(changed, code.elementList()));
          } else {
            builder.with(element);
          }
        });
  }

  private static void unsent(CodeBuilder changed, CodeModel code) {
    var wanted = changed.newLabel();
    changed
        .invokestatic(MESSAGES, "areWanted", MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifne(wanted)
        .aconst_null()
        .invokestatic(FUTURE, "completedFuture", MethodTypeDesc.of(FUTURE, ConstantDescs.CD_Object))
        .areturn()
        .labelBinding(wanted);
    code.forEach(changed::with);
  }

  private static void unformatted(CodeBuilder changed, List<CodeElement> code) {
    for (int index = 0; index < code.size(); index++) {
      if (isFormat(code.get(index)) && isLogged(code.subList(index + 1, code.size()))) {
        changed.invokestatic(MESSAGES, "format", FORMAT);
      } else {
        changed.with(code.get(index));
      }
    }
  }

  private static boolean isFormat(CodeElement element) {
    return element instanceof InvokeInstruction call
        && call.owner().asInternalName().equals("java/lang/String")
        && call.name().equalsString("format");
  }

  private static boolean isLogged(List<CodeElement> rest) {
    return rest.stream()
        .filter(element -> element instanceof Instruction)
        .limit(NEAR)
        .anyMatch(
            element ->
                element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals("com/pulumi/Log")
                    && (call.name().equalsString("debug")
                        || call.name().equalsString("excessive")));
  }
}
