package dev.helium.engine.asset;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.AssetShape;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.NumberValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.ReferenceValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import java.io.IOException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * Gives assets and archives the hash by which the CLI knows them: of an asset its content, of an
 * archive file its bytes, of any other archive a tar file of its members.
 */
public final class AssetHashes {
  private static final String HASH = "hash";

  private final AssetSource source;

  public AssetHashes(AssetSource source) {
    this.source = source;
  }

  /** The same inputs, with a hash in every asset and archive that has none. */
  public ObjectValue in(ObjectValue inputs) {
    var fields = new TreeMap<String, PropertyValue>();
    inputs.fields().forEach((name, field) -> fields.put(name, in(field)));
    return new ObjectValue(fields);
  }

  private PropertyValue in(PropertyValue value) {
    return switch (value) {
      case ObjectValue object -> marked(in(object));
      case ListValue(var elements) -> new ListValue(elements.stream().map(this::in).toList());
      case SecretValue(var element) -> new SecretValue(in(element));
      case NullValue _,
          BooleanValue _,
          NumberValue _,
          TextValue _,
          UnknownValue _,
          ReferenceValue _ ->
          value;
    };
  }

  private ObjectValue marked(ObjectValue object) {
    var isArchive = AssetShape.isArchive(object);
    if ((!isArchive && !AssetShape.isAsset(object)) || !object.text(HASH).isEmpty()) {
      return object;
    }
    var digest = new Digest();
    try {
      if (isArchive) {
        archive(object, digest);
      } else {
        source.copy(object, digest);
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INVALID, "an asset cannot be read: " + failure.getMessage(), failure);
    }
    return object.with(HASH, new TextValue(HexFormat.of().formatHex(digest.result())));
  }

  private void archive(ObjectValue archive, Digest digest) throws IOException {
    if (source.isArchiveFile(archive)) {
      source.copy(archive, digest);
      return;
    }
    try (var tar = new TarWriter(digest)) {
      new ArchiveMembers(source).each(archive, tar::add);
    }
  }
}
