package dev.helium.deletion.cluster;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** Takes in what one page says of its objects. */
@FunctionalInterface
interface PageHandler {
  void take(List<ObjectMeta> objects);
}
