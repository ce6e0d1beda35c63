package dev.helium.backends.helm;

import static java.lang.constant.ConstantDescs.CD_void;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Inputs of a resource with whatever fields an object has at its top. The SDK sends what it finds
 * in annotated fields of a class, and kinds of a chart may have any: so for each set of names there
 * is a class, made when it is first needed.
 */
final class ObjectArguments {
  private static final ClassDesc ARGUMENTS = ClassDesc.of(ResourceArgs.class.getName());
  private static final ClassDesc OUTPUT = ClassDesc.of(Output.class.getName());
  private static final ClassDesc IMPORT = ClassDesc.of(Import.class.getName());
  private static final String FIELD = "field";

  /** As many as there are sets of names in all charts that this process has seen. */
  private static final Map<List<String>, Class<?>> CLASSES = new ConcurrentHashMap<>();

  private ObjectArguments() {}

  static ResourceArgs of(Map<String, Output<?>> fields) {
    Map<String, Output<?>> sorted = new TreeMap<>(fields);
    List<String> names = List.copyOf(sorted.keySet());
    try {
      Class<?> type = CLASSES.computeIfAbsent(names, ObjectArguments::define);
      ResourceArgs arguments = (ResourceArgs) type.getConstructor().newInstance();
      for (int index = 0; index < names.size(); index++) {
        type.getField(FIELD + index).set(arguments, sorted.get(names.get(index)));
      }
      return arguments;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a class that is not as it was made", impossible);
    }
  }

  private static Class<?> define(List<String> names) {
    byte[] bytes =
        ClassFile.of()
            .build(
                ClassDesc.of(ObjectArguments.class.getPackageName(), "Arguments"),
                type -> {
                  type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                  type.withSuperclass(ARGUMENTS);
                  type.withMethodBody(
                      ConstantDescs.INIT_NAME,
                      MethodTypeDesc.of(CD_void),
                      ClassFile.ACC_PUBLIC,
                      code ->
                          code.aload(0)
                              .invokespecial(
                                  ARGUMENTS, ConstantDescs.INIT_NAME, MethodTypeDesc.of(CD_void))
                              .return_());
                  for (int index = 0; index < names.size(); index++) {
                    Annotation named =
                        Annotation.of(IMPORT, AnnotationElement.ofString("name", names.get(index)));
                    type.withField(
                        FIELD + index,
                        OUTPUT,
                        field ->
                            field
                                .withFlags(ClassFile.ACC_PUBLIC)
                                .with(RuntimeVisibleAnnotationsAttribute.of(named)));
                  }
                });
    try {
      return MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("a class of this package that may not be made", impossible);
    }
  }
}
