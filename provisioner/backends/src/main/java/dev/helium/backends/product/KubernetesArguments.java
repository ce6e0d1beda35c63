package dev.helium.backends.product;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inputs of any Kubernetes object. The SDK sends what it finds in annotated fields, so all
 * names that kinds have at their top stand here; another one is refused.
 */
// The SDK reads the fields by reflection.
@SuppressWarnings("UnusedVariable")
final class KubernetesArguments extends ResourceArgs {
  @Import(name = "aggregationRule")
  private final Output<Object> aggregationRule;

  @Import(name = "allowVolumeExpansion")
  private final Output<Object> allowVolumeExpansion;

  @Import(name = "allowedTopologies")
  private final Output<Object> allowedTopologies;

  @Import(name = "apiVersion")
  private final Output<Object> apiVersion;

  @Import(name = "automountServiceAccountToken")
  private final Output<Object> automountServiceAccountToken;

  @Import(name = "binaryData")
  private final Output<Object> binaryData;

  @Import(name = "data")
  private final Output<Object> data;

  @Import(name = "description")
  private final Output<Object> description;

  @Import(name = "globalDefault")
  private final Output<Object> globalDefault;

  @Import(name = "imagePullSecrets")
  private final Output<Object> imagePullSecrets;

  @Import(name = "immutable")
  private final Output<Object> immutable;

  @Import(name = "kind")
  private final Output<Object> kind;

  @Import(name = "metadata")
  private final Output<Object> metadata;

  @Import(name = "mountOptions")
  private final Output<Object> mountOptions;

  @Import(name = "parameters")
  private final Output<Object> parameters;

  @Import(name = "preemptionPolicy")
  private final Output<Object> preemptionPolicy;

  @Import(name = "provisioner")
  private final Output<Object> provisioner;

  @Import(name = "reclaimPolicy")
  private final Output<Object> reclaimPolicy;

  @Import(name = "roleRef")
  private final Output<Object> roleRef;

  @Import(name = "rules")
  private final Output<Object> rules;

  @Import(name = "secrets")
  private final Output<Object> secrets;

  @Import(name = "spec")
  private final Output<Object> spec;

  @Import(name = "stringData")
  private final Output<Object> stringData;

  @Import(name = "subjects")
  private final Output<Object> subjects;

  @Import(name = "type")
  private final Output<Object> type;

  @Import(name = "value")
  private final Output<Object> value;

  @Import(name = "volumeBindingMode")
  private final Output<Object> volumeBindingMode;

  @Import(name = "webhooks")
  private final Output<Object> webhooks;

  /**
   * @throws IllegalStateException when the object has a field that is not known here
   */
  KubernetesArguments(ObjectTree object) {
    Fields fields = new Fields(object);
    this.aggregationRule = fields.take("aggregationRule");
    this.allowVolumeExpansion = fields.take("allowVolumeExpansion");
    this.allowedTopologies = fields.take("allowedTopologies");
    this.apiVersion = fields.take("apiVersion");
    this.automountServiceAccountToken = fields.take("automountServiceAccountToken");
    this.binaryData = fields.take("binaryData");
    this.data = fields.take("data");
    this.description = fields.take("description");
    this.globalDefault = fields.take("globalDefault");
    this.imagePullSecrets = fields.take("imagePullSecrets");
    this.immutable = fields.take("immutable");
    this.kind = fields.take("kind");
    this.metadata = fields.take("metadata");
    this.mountOptions = fields.take("mountOptions");
    this.parameters = fields.take("parameters");
    this.preemptionPolicy = fields.take("preemptionPolicy");
    this.provisioner = fields.take("provisioner");
    this.reclaimPolicy = fields.take("reclaimPolicy");
    this.roleRef = fields.take("roleRef");
    this.rules = fields.take("rules");
    this.secrets = fields.take("secrets");
    this.spec = fields.take("spec");
    this.stringData = fields.take("stringData");
    this.subjects = fields.take("subjects");
    this.type = fields.take("type");
    this.value = fields.take("value");
    this.volumeBindingMode = fields.take("volumeBindingMode");
    this.webhooks = fields.take("webhooks");
    fields.end();
  }

  /** Fields that nobody has taken yet. */
  private static final class Fields {
    private final ObjectTree object;
    private final Map<String, Object> left;

    private Fields(ObjectTree object) {
      this.object = object;
      this.left = new TreeMap<>(object.tree());
    }

    private Output<Object> take(String field) {
      return KubernetesObject.input(object, field, left.remove(field));
    }

    private void end() {
      if (!left.isEmpty()) {
        throw new IllegalStateException(
            object.kind() + "/" + object.name() + " has fields not known here: " + left.keySet());
      }
    }
  }
}
