/** Files that programs hand to resources: what they are known by. Knows no providers. */
package dev.helium.engine.asset;
