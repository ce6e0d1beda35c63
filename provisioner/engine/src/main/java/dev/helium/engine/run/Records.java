package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import java.util.List;

/**
 * Finds a resource among recorded ones, also when its links have changed since it was looked at.
 */
final class Records {
  private Records() {}

  static void remove(List<ResourceState> list, ResourceState resource) {
    var index = indexOf(list, resource);
    if (index >= 0) {
      list.remove(index);
    }
  }

  /** The place of a resource, negative when it is not there. */
  static int indexOf(List<ResourceState> list, ResourceState resource) {
    int exact = list.indexOf(resource);
    if (exact >= 0) {
      return exact;
    }
    // A neighbour that was renamed or forgotten meanwhile changes the links of a record.
    for (int index = 0; index < list.size(); index++) {
      if (isSame(list.get(index), resource)) {
        return index;
      }
    }
    return -1;
  }

  private static boolean isSame(ResourceState recorded, ResourceState resource) {
    return recorded.urn().equals(resource.urn())
        && recorded.id().equals(resource.id())
        && recorded.condition().delete() == resource.condition().delete();
  }
}
