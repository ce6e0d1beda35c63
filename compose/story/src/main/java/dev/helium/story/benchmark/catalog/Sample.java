package dev.helium.story.benchmark.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A backend and what it makes.
 *
 * @param blueprint read from a workspace of it that is gone again
 */
record Sample(Offer offer, Blueprint blueprint) {
  /** Makes one of each. */
  static List<Sample> of(List<Offer> offers, Surroundings here) {
    List<Sample> samples = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (Offer offer : offers) {
      String name = "sample-" + offer.backend();
      here.make(offer, name);
      samples.add(new Sample(offer, Blueprint.of(here.bare().cluster(), name)));
      made.add(name);
    }
    here.end(made);
    return List.copyOf(samples);
  }
}
