/**
 * What every service is measured with: its registry, the bounds of its histograms, the bound of its
 * series, the pools of its threads, and the words that labels are made of.
 *
 * <p>What is measured belongs to the services; nothing here knows workspaces.
 */
package dev.helium.service.metrics;
