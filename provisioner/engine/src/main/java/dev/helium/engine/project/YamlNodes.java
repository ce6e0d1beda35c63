package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML of plain values. Texts that any YAML version could take for something else are quoted. */
final class YamlNodes {
  private static final Pattern SAFE =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./@+=-]*(:[A-Za-z0-9_./@+=-]+)*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  Node of(Object value) {
    return switch (value) {
      case null -> plain(Tag.NULL, "null");
      case Boolean bool -> plain(Tag.BOOL, bool.toString());
      case Long number -> plain(Tag.INT, number.toString());
      case Integer number -> plain(Tag.INT, number.toString());
      case JsonNode number -> plain(Tag.FLOAT, number.toString());
      case Map<?, ?> map -> map(map);
      case List<?> list -> list(list);
      default -> text(value.toString());
    };
  }

  private Node map(Map<?, ?> map) {
    var tuples = new ArrayList<NodeTuple>();
    map.forEach((key, value) -> tuples.add(new NodeTuple(of(key), of(value))));
    return new MappingNode(Tag.MAP, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  private Node list(List<?> list) {
    var nodes = list.stream().map(this::of).toList();
    return new SequenceNode(
        Tag.SEQ, new ArrayList<>(nodes), list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
  }

  private static Node text(String text) {
    var isSafe = SAFE.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return new ScalarNode(Tag.STR, text, isSafe ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private static Node plain(Tag tag, String text) {
    return new ScalarNode(tag, text, ScalarStyle.PLAIN);
  }
}
