package dev.helium.backends.cloud;

import dev.helium.backends.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranges of addresses of one network: each of the size that is wanted, and none in another. */
public final class AddressRules {
  private final Map<String, AddressRange> ranges = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * Takes one in.
   *
   * @param path of the value
   * @param largest fewest bits that it may have
   * @param smallest most bits that it may have
   */
  public void add(String path, String text, int largest, int smallest) {
    Optional<AddressRange> range = AddressRange.parse(text);
    if (range.isEmpty()) {
      problems.add(
          new Problem(path, "must be a range of IPv4 addresses in CIDR form, such as 10.0.0.0/16"));
    } else if (range.get().bits() < largest || range.get().bits() > smallest) {
      problems.add(new Problem(path, "must have a prefix of " + largest + " to " + smallest));
    } else {
      ranges.forEach(
          (other, taken) -> {
            if (taken.overlaps(range.get())) {
              problems.add(new Problem(path, "must not share addresses with " + other));
            }
          });
      ranges.put(path, range.get());
    }
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
