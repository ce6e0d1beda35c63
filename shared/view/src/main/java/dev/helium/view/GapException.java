package dev.helium.view;

/** Events before this one are missing from the view: it has to be built again from the log. */
public final class GapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GapException(ProjectedEvent event) {
    super(
        "events before %s/%s/%d are missing from the view"
            .formatted(event.workspace(), event.source().word(), event.sequence()));
  }
}
