package dev.helium.engine.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Changes YAML text where values changed; comments, order and style of the rest stay. */
final class YamlEdit {
  private final LoadSettings load;
  private final StandardConstructor constructor;
  private final YamlNodes nodes = new YamlNodes();

  YamlEdit(LoadSettings load) {
    this.load = load;
    this.constructor = new StandardConstructor(load);
  }

  /** The text with these values; what it says otherwise is not kept, unless it is the same. */
  String apply(String text, Map<String, Object> wanted) {
    var before = new Compose(load).composeString(text);
    var after = edit(before.orElse(null), wanted);
    var settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDumpComments(true)
            .setIndent(2)
            .setWidth(Integer.MAX_VALUE)
            .setSplitLines(false)
            .build();
    var out = new Text();
    new Dump(settings).dumpNode(after, out);
    return out.text.toString();
  }

  private Node edit(Node before, Object wanted) {
    if (before instanceof MappingNode mapping && wanted instanceof Map<?, ?> map) {
      return edit(mapping, map);
    }
    if (before == null) {
      return nodes.of(wanted);
    }
    if (isSame(constructor.constructSingleDocument(Optional.of(before)), wanted)) {
      return before;
    }
    var after = nodes.of(wanted);
    after.setBlockComments(before.getBlockComments());
    after.setInLineComments(before.getInLineComments());
    after.setEndComments(before.getEndComments());
    return after;
  }

  private Node edit(MappingNode before, Map<?, ?> wanted) {
    var tuples = new ArrayList<NodeTuple>();
    Set<Object> seen = new HashSet<>();
    for (var tuple : before.getValue()) {
      var key =
          String.valueOf(constructor.constructSingleDocument(Optional.of(tuple.getKeyNode())));
      if (wanted.containsKey(key) && seen.add(key)) {
        tuples.add(new NodeTuple(tuple.getKeyNode(), edit(tuple.getValueNode(), wanted.get(key))));
      }
    }
    wanted.forEach(
        (key, value) -> {
          if (seen.add(key)) {
            tuples.add(new NodeTuple(nodes.of(key), nodes.of(value)));
          }
        });
    var style = tuples.isEmpty() ? FlowStyle.FLOW : style(before);
    var after = new MappingNode(Tag.MAP, tuples, style);
    after.setBlockComments(before.getBlockComments());
    after.setInLineComments(before.getInLineComments());
    after.setEndComments(before.getEndComments());
    return after;
  }

  private static FlowStyle style(MappingNode before) {
    return before.getValue().isEmpty() ? FlowStyle.BLOCK : before.getFlowStyle();
  }

  /** Keys count as texts, as everywhere in settings. */
  private static boolean isSame(Object before, Object wanted) {
    if (before instanceof Map<?, ?> left && wanted instanceof Map<?, ?> right) {
      return left.size() == right.size()
          && left.entrySet().stream()
              .allMatch(
                  field ->
                      right.containsKey(String.valueOf(field.getKey()))
                          && isSame(field.getValue(), right.get(String.valueOf(field.getKey()))));
    }
    if (before instanceof List<?> left && wanted instanceof List<?> right) {
      return left.size() == right.size()
          && IntStream.range(0, left.size())
              .allMatch(index -> isSame(left.get(index), right.get(index)));
    }
    return before == null
        ? wanted == null
        : before.equals(wanted)
            || (before instanceof Integer number && Long.valueOf(number).equals(wanted));
  }

  private static final class Text implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int offset, int length) {
      text.append(part, offset, offset + length);
    }
  }
}
