package dev.helium.deletion.cluster;

/** Takes in one page. */
@FunctionalInterface
interface PageHandler {
  void take(LabelledPages.Page page);
}
