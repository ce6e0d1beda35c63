package dev.helium.backends.product;

import java.util.List;

/** The objects of a workspace with all that the kit adds to what a product tells. */
final class MarkedObjects {
  private MarkedObjects() {}

  static List<ObjectTree> of(ProductBackend backend, Setting setting) {
    List<ObjectTree> objects = told(backend, setting);
    WorkspaceMarks marks =
        new WorkspaceMarks(setting.workspace(), setting.incarnation(), setting.expiry());
    if (backend.usesConfiguration(setting.values())) {
      objects.forEach(new Checksums(objects, setting.secrets())::put);
    }
    objects.forEach(marks::put);
    objects.forEach(object -> SecretContent.encode(object.tree()));
    return objects;
  }

  /** As the product tells them. */
  static List<ObjectTree> told(ProductBackend backend, Setting setting) {
    return backend.objects(setting).stream().map(ObjectTree::of).toList();
  }
}
