package dev.helium.view;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.util.Map;
import java.util.TreeMap;

/** What members hold, byte for byte. */
final class Stored {
  private Stored() {}

  static Map<String, StoredView> in(ViewMember member) {
    IMap<String, StoredView> map = views(member);
    return new TreeMap<>(map.getAll(map.keySet()));
  }

  static IMap<String, StoredView> views(ViewMember member) {
    return instance(member).getMap(WorkspaceViews.MAP);
  }

  static HazelcastInstance instance(ViewMember member) {
    return Hazelcast.getAllHazelcastInstances().stream()
        .filter(
            instance ->
                member
                    .address()
                    .endsWith(":" + instance.getCluster().getLocalMember().getAddress().getPort()))
        .findFirst()
        .orElseThrow();
  }
}
