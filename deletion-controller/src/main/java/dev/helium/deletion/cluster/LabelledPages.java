package dev.helium.deletion.cluster;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.api.model.PartialObjectMetadataList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.util.List;

/** All objects of a kind that carry a workspace's label, names and labels only, page by page. */
record LabelledPages(KubernetesClient client) {
  private static final long SIZE = 500;

  /**
   * @param next where the next page begins; empty after the last
   */
  record Page(List<ObjectMeta> objects, String next) {
    Page {
      objects = List.copyOf(objects);
    }
  }

  private static final Page NOTHING = new Page(List.of(), "");

  /** A kind that is not known, or may not be listed, has no objects to speak of. Blocks. */
  Page read(Kind kind, String from) {
    ListOptions options =
        new ListOptionsBuilder().withLimit(SIZE).withContinue(from.isEmpty() ? null : from).build();
    try {
      PartialObjectMetadataList list =
          client
              .genericKubernetesResources(kind.context())
              .inAnyNamespace()
              .withLabel(Labels.WORKSPACE)
              .listAsPartialObjectMetadata(options);
      String next = list.getMetadata().getContinue();
      // An empty list comes without items.
      List<PartialObjectMetadata> items = list.getItems() == null ? List.of() : list.getItems();
      return new Page(
          items.stream().map(PartialObjectMetadata::getMetadata).toList(),
          next == null ? "" : next);
    } catch (KubernetesClientException failure) {
      if (failure.getCode() == HttpURLConnection.HTTP_FORBIDDEN
          || failure.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return NOTHING;
      }
      throw failure;
    }
  }
}
