package dev.helium.view;

/** All that a projector writes to, wherever in the cluster it lives. */
record Cluster(ViewStore views, UsedKeys keys, PastRuns runs, Offsets offsets) {}
