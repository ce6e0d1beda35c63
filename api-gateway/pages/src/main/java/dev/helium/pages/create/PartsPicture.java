package dev.helium.pages.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What must be ready, drawn as boxes in the order in which it starts.
 *
 * @param boxes as many as have a place
 * @param names of all
 * @param more those without a place
 */
public record PartsPicture(List<Box> boxes, List<String> names, int more) {
  private static final int IN_A_ROW = 8;
  private static final int MOST = 24;
  private static final int TOLD = 4;
  private static final int APART = 40;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /**
   * One box.
   *
   * @param letters what it is called by
   * @param x of its left edge
   * @param y of its upper edge
   */
  public record Box(String name, String letters, int x, int y) {}

  public PartsPicture {
    boxes = List.copyOf(boxes);
    names = List.copyOf(names);
  }

  static PartsPicture of(List<String> names) {
    String common = common(names);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, names.size()); i++) {
      String own = names.get(i).substring(common.length());
      int x = i % IN_A_ROW * APART;
      int y = i / IN_A_ROW * APART;
      boxes.add(new Box(names.get(i), letters(own), x + 1, y + 1));
    }
    return new PartsPicture(boxes, names, Math.max(0, names.size() - MOST));
  }

  /** The first of them, and how many more there are. */
  public String words() {
    String first = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
    int rest = names.size() - TOLD;
    return rest > 0 ? first + " and " + rest + " more" : first;
  }

  public int width() {
    return Math.min(IN_A_ROW, boxes.size()) * APART;
  }

  public int height() {
    return (boxes.size() + IN_A_ROW - 1) / IN_A_ROW * APART;
  }

  /** The places between two boxes of a row, by the edge where the left one ends. */
  public List<Box> joints() {
    return boxes.stream()
        .filter(box -> boxes.indexOf(box) % IN_A_ROW != 0)
        .map(box -> new Box("", "", box.x() - APART + 34, box.y() + 17))
        .toList();
  }

  /** The first words that all of them begin with, such as {@code hash-}. */
  private static String common(List<String> names) {
    if (names.size() < 2) {
      return "";
    }
    String first = names.getFirst();
    int dash = first.indexOf('-');
    String word = dash < 0 ? "" : first.substring(0, dash + 1);
    return names.stream().allMatch(name -> name.startsWith(word) && name.length() > word.length())
        ? word
        : "";
  }

  private static String letters(String name) {
    String shown =
        WORD.matcher(name)
            .results()
            .map(MatchResult::group)
            .reduce((first, last) -> last)
            .orElse("?");
    int end = shown.offsetByCodePoints(0, Math.min(2, shown.codePointCount(0, shown.length())));
    return shown.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
