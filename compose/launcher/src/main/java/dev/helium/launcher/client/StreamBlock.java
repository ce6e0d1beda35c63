package dev.helium.launcher.client;

/**
 * What stands between two empty lines of an event stream; what it does not have is empty.
 *
 * @param retry in milliseconds; 0 when it does not say
 */
record StreamBlock(String id, String data, String comment, long retry) {}
