/** Tests of what operators see, and of webhooks. */
package dev.helium.pages.operate;
