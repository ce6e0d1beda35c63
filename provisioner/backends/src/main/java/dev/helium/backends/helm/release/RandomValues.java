package dev.helium.backends.helm.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps what a chart makes at random. Charts make passwords and certificates anew at each
 * rendering, and look up the old ones in the cluster, which is not possible here. So a chart is
 * rendered twice: what differs is random, and is replaced by what it was the first time.
 *
 * <p>What was kept is found by the object and the place in it, or by being the same value as one
 * that was found. Certificates are kept all together or, when there are others than before, not at
 * all, so that they go on fitting each other.
 */
public final class RandomValues {
  /** Of all that is kept, in characters: the {@code pulumi} of the CLI takes it as an argument. */
  private static final int LONGEST = 96 * 1024;

  private static final Pattern SECRET = Pattern.compile("/Secret(/[^/]+)?/data/[^/]+$");

  private final Map<String, List<String>> before;
  private final Map<String, List<String>> now = new TreeMap<>();
  private final Map<String, String> same = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();

  /**
   * @param before what was kept of the last time, by place; empty at first
   */
  public RandomValues(Map<String, List<String>> before) {
    this.before = Map.copyOf(before);
  }

  /** A text with parts that are random. */
  private record Place(String key, TextSlot slot, RandomText text) {}

  /**
   * Changes the first rendering so that what is random is as before.
   *
   * @param second of the same, with the same values
   * @return what to keep, by place
   * @throws ReleaseException when there is too much of it
   */
  public Map<String, List<String>> keep(List<ChartObject> first, List<ChartObject> second)
      throws ReleaseException {
    boolean alike = alike(first, second);
    for (int index = 0; alike && index < first.size(); index++) {
      ChartObject object = first.get(index);
      compare(key(object, second.get(index), index), object.tree(), second.get(index).tree());
    }
    boolean certificates = sameCertificates();
    places.forEach(place -> find(place, certificates));
    places.forEach(this::put);
    if (now.values().stream().flatMap(List::stream).mapToLong(String::length).sum() > LONGEST) {
      throw new ReleaseException("the chart makes too much at random to keep it");
    }
    return Collections.unmodifiableMap(now);
  }

  private static boolean alike(List<ChartObject> first, List<ChartObject> second) {
    boolean alike = first.size() == second.size();
    for (int index = 0; alike && index < first.size(); index++) {
      alike =
          first.get(index).kind().equals(second.get(index).kind())
              && first.get(index).template().equals(second.get(index).template());
    }
    return alike;
  }

  /** An object whose name is random is known by where it comes from. */
  private static String key(ChartObject first, ChartObject second, int index) {
    return first.name().equals(second.name())
        ? first.namespace() + "/" + first.title()
        : first.template() + "#" + index + "/" + first.kind();
  }

  private void compare(String key, Object first, Object second) {
    switch (first) {
      case Map<?, ?> map when second instanceof Map<?, ?> other ->
          map.forEach((name, value) -> entry(key, map, String.valueOf(name), value, other));
      case List<?> list when second instanceof List<?> other && list.size() == other.size() -> {
        for (int index = 0; index < list.size(); index++) {
          element(key, list, index, other.get(index));
        }
      }
      case null, default -> {}
    }
  }

  private void entry(String key, Map<?, ?> map, String name, Object value, Map<?, ?> other) {
    String place = key + "/" + name;
    if (value instanceof String text && other.get(name) instanceof String another) {
      place(place, TextSlot.of(map, name), text, another);
    } else {
      compare(place, value, other.get(name));
    }
  }

  private void element(String key, List<?> list, int index, Object other) {
    String place = key + "/" + index;
    if (list.get(index) instanceof String text && other instanceof String another) {
      place(place, TextSlot.of(list, index), text, another);
    } else {
      compare(place, list.get(index), other);
    }
  }

  private void place(String key, TextSlot slot, String first, String second) {
    if (!first.equals(second)) {
      boolean encoded = SECRET.matcher(key).find();
      places.add(new Place(key, slot, RandomText.of(first, second, encoded)));
    }
  }

  private boolean sameCertificates() {
    return places.stream()
        .filter(place -> place.text().isCertificate())
        .allMatch(place -> kept(place).isPresent());
  }

  private void find(Place place, boolean certificates) {
    Optional<List<String>> kept = kept(place);
    if (kept.isPresent() && (certificates || !place.text().isCertificate())) {
      List<String> random = place.text().random();
      for (int index = 0; index < random.size(); index++) {
        if (RandomText.isTelling(random.get(index))) {
          same.put(random.get(index), kept.get().get(index));
        }
      }
      now.put(place.key(), kept.get());
    }
  }

  private Optional<List<String>> kept(Place place) {
    return Optional.ofNullable(before.get(place.key())).filter(place.text()::isLike);
  }

  private void put(Place place) {
    List<String> values =
        now.computeIfAbsent(
            place.key(),
            ignored ->
                place.text().random().stream()
                    .map(value -> same.getOrDefault(value, value))
                    .toList());
    place.slot().set(place.text().with(values));
  }
}
