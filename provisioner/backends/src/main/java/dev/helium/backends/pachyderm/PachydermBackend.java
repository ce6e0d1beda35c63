package dev.helium.backends.pachyderm;

import dev.helium.backends.Problem;
import dev.helium.backends.product.GeneratedSecret;
import dev.helium.backends.product.NamespaceMarks;
import dev.helium.backends.product.ProductBackend;
import dev.helium.backends.product.Setting;
import dev.helium.backends.product.Values;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Pachyderm with its database, its object store, its console and its notebooks. */
public final class PachydermBackend extends ProductBackend {
  @Override
  public List<GeneratedSecret> secrets(Values values) {
    return Keys.ALL;
  }

  @Override
  protected List<Problem> check(Values values) {
    return Rules.broken(values);
  }

  @Override
  public List<HasMetadata> objects(Setting setting) {
    Plan plan = new Plan(setting);
    return Stream.of(
            DatabaseSecret.objects(plan),
            Postgres.objects(plan),
            CloudDatabaseProxy.objects(plan),
            PgBouncer.objects(plan),
            Etcd.objects(plan),
            ObjectStore.objects(plan),
            Loki.objects(plan),
            Promtail.objects(plan),
            EventTail.objects(plan),
            IdentitySettings.objects(plan),
            EnterpriseSecrets.objects(plan),
            PachdAccounts.objects(plan),
            PachdServices.objects(plan),
            Pachd.objects(plan),
            EnterpriseServer.objects(plan),
            Console.objects(plan),
            FrontProxy.objects(plan),
            FrontIngress.objects(plan),
            Hub.objects(plan),
            NotebookProxy.objects(plan),
            NotebookRules.objects(plan),
            NotebookRoom.objects(plan))
        .flatMap(List::stream)
        .map(Labels::complete)
        .toList();
  }

  @Override
  protected NamespaceMarks namespace(Setting setting) {
    return Labels.ofNamespace(setting.expiry());
  }

  @Override
  protected Map<String, String> links(Setting setting) {
    return Links.of(new Plan(setting));
  }
}
