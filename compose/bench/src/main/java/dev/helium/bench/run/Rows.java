package dev.helium.bench.run;

import dev.helium.bench.run.rows.ApiRow;
import dev.helium.bench.run.rows.CatalogRow;
import dev.helium.bench.run.rows.CoreRow;
import dev.helium.bench.run.rows.CrowdRow;
import dev.helium.bench.run.rows.DrainRow;
import dev.helium.bench.run.rows.EngineRow;
import dev.helium.bench.run.rows.ExpiryRow;
import dev.helium.bench.run.rows.ReadyRow;
import dev.helium.bench.run.rows.StartsRow;
import dev.helium.bench.run.rows.StreamRow;
import dev.helium.bench.run.rows.TakeoverRow;
import dev.helium.bench.run.rows.WatcherRow;
import java.util.List;

/** Every row, in the order of the table. */
public final class Rows {
  private Rows() {}

  public static List<Benchmark> all() {
    return List.of(
        new ReadyRow(),
        new EngineRow(System.getenv().getOrDefault("PATH", "")),
        new CrowdRow(),
        new CatalogRow(),
        new CoreRow(),
        new ApiRow(),
        new WatcherRow(),
        new StreamRow(),
        new ExpiryRow(),
        new DrainRow(),
        new TakeoverRow(),
        new StartsRow());
  }
}
