package dev.helium.engine.property;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import java.util.List;

/** What an object marked as an asset or archive must look like. */
public final class AssetShape {
  private static final List<String> TEXTS = List.of("hash", "text", "path", "uri");

  private AssetShape() {}

  /** True for an object with the mark of an asset. */
  public static boolean isAsset(PropertyValue value) {
    return marked(value, Signatures.ASSET);
  }

  /** True for an object with the mark of an archive. */
  public static boolean isArchive(PropertyValue value) {
    return marked(value, Signatures.ARCHIVE);
  }

  /** The same object, or an {@link IllegalArgumentException} that names the wrong field. */
  public static ObjectValue checked(ObjectValue marked) {
    for (var name : TEXTS) {
      if (marked.fields().containsKey(name) && !(marked.get(name) instanceof TextValue)) {
        throw new IllegalArgumentException("the field " + name + " of an asset is no text");
      }
    }
    if (isArchive(marked) && marked.fields().containsKey("assets")) {
      members(marked);
    }
    return marked;
  }

  private static void members(ObjectValue archive) {
    if (!(archive.get("assets") instanceof ObjectValue members)) {
      throw new IllegalArgumentException("the assets of an archive are no object");
    }
    members
        .fields()
        .forEach(
            (name, member) -> {
              if (!isAsset(member) && !isArchive(member)) {
                throw new IllegalArgumentException(
                    "the member " + name + " of an archive is neither asset nor archive");
              }
            });
  }

  private static boolean marked(PropertyValue value, String mark) {
    return value instanceof ObjectValue object
        && object.get(Signatures.KEY) instanceof TextValue text
        && text.value().equals(mark);
  }
}
