package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.time.Instant;
import java.util.Map;

/**
 * A slice of a service's endpoints says whether the service leads to any pod. Slices that no
 * controller keeps, because the service has no selector, and those of headless services concern
 * nobody.
 */
public final class EndpointSliceJudge implements Judge<EndpointSlice> {
  private static final String SERVICE = "kubernetes.io/service-name";
  private static final String KEEPER = "endpointslice.kubernetes.io/managed-by";
  private static final String CONTROLLER = "endpointslice-controller.k8s.io";
  private static final String HEADLESS = "service.kubernetes.io/headless";
  private static final String LAST_CHANGE = "endpoints.kubernetes.io/last-change-trigger-time";

  @Override
  public Finding judge(EndpointSlice slice, Tag tag) {
    ObjectKey key = ObjectKey.of(slice);
    Map<String, String> labels = slice.getMetadata().getLabels();
    String service = labels.get(SERVICE);
    if (service == null
        || !CONTROLLER.equals(labels.get(KEEPER))
        || labels.containsKey(HEADLESS)
        || Judge.isDeleting(slice)) {
      return Finding.fine(key, tag, new Part.Bystander());
    }
    // Those that are not ready are pods which say so themselves.
    boolean leads = slice.getEndpoints() != null && !slice.getEndpoints().isEmpty();
    return Finding.fine(
        key, tag, new Part.Route(service, leads ? Instant.MAX : lastChange(slice.getMetadata())));
  }

  private static Instant lastChange(ObjectMeta metadata) {
    String change =
        metadata.getAnnotations() == null ? null : metadata.getAnnotations().get(LAST_CHANGE);
    return UnreadyPod.instant(change == null ? metadata.getCreationTimestamp() : change);
  }
}
