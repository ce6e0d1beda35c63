package dev.helium.deletion.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.api.model.PartialObjectMetadataList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.List;

/** Objects of a kind that carry a workspace's label, names and labels only, page by page. */
record LabelledPages(KubernetesClient client) {
  /** Of some 40 KiB each in memory, as who manages which field comes along. */
  private static final long SIZE = 100;

  /**
   * @param next where the next page begins; empty after the last
   * @param isForbidden whether the kind may not be listed, so that nothing is known of it
   */
  record Page(List<ObjectMeta> objects, String next, boolean isForbidden) {
    Page {
      objects = List.copyOf(objects);
    }
  }

  private static final Page NOTHING = new Page(List.of(), "", false);
  private static final Page FORBIDDEN = new Page(List.of(), "", true);

  /** Of every workspace. A kind that is not known has no objects. Blocks. */
  Page read(Kind kind, String from) {
    try {
      return page(all(kind).withLabel(Labels.WORKSPACE), from);
    } catch (KubernetesClientException failure) {
      return switch (failure.getCode()) {
        case HttpURLConnection.HTTP_FORBIDDEN -> FORBIDDEN;
        case HttpURLConnection.HTTP_NOT_FOUND -> NOTHING;
        default -> throw failure;
      };
    }
  }

  /** Of some workspaces, or a failure of the client's. Blocks. */
  Page read(Kind kind, String[] workspaces, String from) {
    return page(all(kind).withLabelIn(Labels.WORKSPACE, workspaces), from);
  }

  private AnyNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      all(Kind kind) {
    return client.genericKubernetesResources(kind.context()).inAnyNamespace();
  }

  private static Page page(
      FilterWatchListDeletable<
              GenericKubernetesResource,
              GenericKubernetesResourceList,
              Resource<GenericKubernetesResource>>
          labelled,
      String from) {
    PartialObjectMetadataList list =
        labelled.listAsPartialObjectMetadata(
            new ListOptionsBuilder()
                .withLimit(SIZE)
                .withContinue(from.isEmpty() ? null : from)
                .build());
    String next = list.getMetadata().getContinue();
    // An empty list comes without items.
    List<PartialObjectMetadata> items = list.getItems() == null ? List.of() : list.getItems();
    return new Page(
        items.stream().map(PartialObjectMetadata::getMetadata).toList(),
        next == null ? "" : next,
        false);
  }
}
