package dev.helium.watcher.judging;

import dev.helium.domain.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All that is remembered of one object.
 *
 * @param symptoms empty when the object is as it should be
 * @param address where it can be reached from outside, empty when it cannot
 * @param connections every way in, in their order
 * @param headway how far it has come with what runs
 */
public record Finding(
    ObjectKey key,
    Tag tag,
    Part part,
    List<Symptom> symptoms,
    String address,
    List<Connection> connections,
    Headway headway) {
  public Finding {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(part, "part");
    symptoms = List.copyOf(symptoms);
    Objects.requireNonNull(address, "address");
    connections = List.copyOf(connections);
    Objects.requireNonNull(headway, "headway");
  }

  /** An object in which nothing runs, and that is no way in. */
  public Finding(ObjectKey key, Tag tag, Part part, List<Symptom> symptoms, String address) {
    this(key, tag, part, symptoms, address, List.of(), new Headway.None());
  }

  /** The object in its part, with nothing wrong and no address. */
  static Finding fine(ObjectKey key, Tag tag, Part part) {
    return new Finding(key, tag, part, List.of(), "");
  }

  /** The same with ways into it. */
  public Finding with(List<Connection> ways) {
    return new Finding(key, tag, part, symptoms, address, ways, headway);
  }

  /** The same of an object that has come so far. */
  public Finding having(Headway progress) {
    return new Finding(key, tag, part, symptoms, address, connections, progress);
  }

  /** The same object, of which something else is wrong. */
  public Finding withSymptoms(List<Symptom> others) {
    return new Finding(key, tag, part, others, address, connections, headway);
  }

  /** Its address under its name, as events say it; empty when it has none. */
  public Map<String, String> addresses() {
    return address.isEmpty() ? Map.of() : Map.of(key.toString(), address);
  }
}
