package dev.helium.pages.create;

import dev.helium.pages.create.ValueLine.Origin;
import dev.helium.pages.read.BackendView;
import dev.helium.pages.read.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The values that count: the user's over those of the profile over the defaults. */
final class MergedValues {
  private static final String HIDDEN = "••••••";
  private static final int LONGEST = 160;
  private static final int MOST_LINES = 3_000;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][A-Za-z0-9 ._/@+-]*");
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off");

  private record Layer(Origin origin, JsonObject values) {}

  private final Set<String> secrets = new HashSet<>();
  private final List<ValueLine> lines = new ArrayList<>();

  private MergedValues(List<FormField> fields) {
    fields.stream().filter(FormField::isHidden).forEach(field -> secrets.add(field.place()));
  }

  /** Every line of them. */
  static List<ValueLine> of(BackendForm form, CreateOrder order) {
    BackendView backend = form.backend();
    JsonObject mine = order.mine();
    Object profile = mine.getValue("profile", backend.defaults().getValue("profile"));
    JsonObject fields = new JsonObject();
    backend
        .fields()
        .forEach(
            (field, place) -> {
              if (order.texts().containsKey(field)) {
                put(fields, List.of(place.split("\\.", -1)), order.texts().get(field));
              }
            });
    MergedValues merged = new MergedValues(form.fields());
    merged.add(
        List.of(
            new Layer(Origin.DEFAULT, backend.defaults()),
            new Layer(
                Origin.PROFILE,
                Json.object(backend.profiles(), String.valueOf(profile))
                    .orElseGet(JsonObject::new)),
            new Layer(Origin.YOURS, fields),
            new Layer(Origin.YOURS, mine)),
        0,
        "");
    return List.copyOf(merged.lines);
  }

  /** Those that are not the defaults, with the names of the maps that they are in. */
  static List<ValueLine> changed(List<ValueLine> all) {
    List<ValueLine> kept = new ArrayList<>();
    int above = 0;
    for (ValueLine line : all.reversed()) {
      boolean isAbove = line.depth() < above;
      if (isAbove || (line.origin() != Origin.DEFAULT && !line.value().isEmpty())) {
        kept.add(line);
        above = line.depth();
      }
    }
    return kept.reversed();
  }

  private void add(List<Layer> layers, int depth, String path) {
    Set<String> names = new LinkedHashSet<>();
    layers.forEach(layer -> names.addAll(layer.values().fieldNames()));
    for (String name : names) {
      if (lines.size() < MOST_LINES) {
        add(layers, name, depth, path.isEmpty() ? name : path + "." + name);
      }
    }
  }

  /** Maps are laid over each other; anything else takes the place of what was there. */
  private void add(List<Layer> layers, String name, int depth, String path) {
    List<Layer> maps = new ArrayList<>();
    Object last = null;
    Origin origin = Origin.DEFAULT;
    for (Layer layer : layers) {
      if (layer.values().containsKey(name)) {
        last = layer.values().getValue(name);
        origin = layer.origin();
        if (last instanceof JsonObject map) {
          maps.add(new Layer(origin, map));
        } else {
          maps.clear();
        }
      }
    }
    boolean hidden = secrets.contains(path) && last != null;
    boolean filled = maps.stream().anyMatch(map -> !map.values().isEmpty());
    if (last instanceof JsonObject && filled && !hidden) {
      lines.add(new ValueLine(depth, name, "", origin));
      add(maps, depth + 1, path);
    } else {
      lines.add(new ValueLine(depth, name, hidden ? HIDDEN : text(last), origin));
    }
  }

  private static String text(Object value) {
    String text =
        switch (value) {
          case null -> "null";
          case JsonArray list -> list.encode();
          case JsonObject map -> map.encode();
          case String word when PLAIN.matcher(word).matches() && !WORDS.contains(word) -> word;
          case String word -> new JsonArray().add(word).encode().replaceAll("^\\[|\\]$", "");
          default -> String.valueOf(value);
        };
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static void put(JsonObject values, List<String> path, String text) {
    JsonObject place = values;
    for (String name : path.subList(0, path.size() - 1)) {
      if (!(place.getValue(name) instanceof JsonObject)) {
        place.put(name, new JsonObject());
      }
      place = place.getJsonObject(name);
    }
    place.put(path.getLast(), text);
  }
}
